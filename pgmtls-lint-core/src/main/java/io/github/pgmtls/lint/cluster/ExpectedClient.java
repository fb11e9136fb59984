package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.source.ByteText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client that is to log in by certificate, as {@code pgmtls.yaml} declares it.
 *
 * @param text as declared
 * @param user the user, as a byte string
 * @param database the database, as a byte string; nothing for physical replication
 * @param addresses where it comes from
 */
public record ExpectedClient(String text, String user, Optional<String> database, Network addresses) {

    private static final Pattern FORM = Pattern.compile("(\\S.*?) to (\\S.*?) from (\\S+?)(?:/([0-9]{1,3}))?");

    private static final String REPLICATION = "replication";

    /**
     * Reads a text such as {@code app1 to shop from 10.1.2.0/24}; the database {@code replication} stands for physical
     * replication.
     *
     * @throws IllegalArgumentException with a message for people
     */
    public static ExpectedClient parse(String text) {
        Matcher matcher = FORM.matcher(text);
        Optional<IpAddress> address = matcher.matches() ? IpAddress.parse(matcher.group(3)) : Optional.empty();
        int most = address.filter(IpAddress::v6).isPresent() ? 128 : 32;
        int length = address.isPresent() && matcher.group(4) != null ? Integer.parseInt(matcher.group(4)) : most;
        if (address.isEmpty() || length > most) {
            throw new IllegalArgumentException("not a client: \"" + text
                    + "\"; expected USER to DATABASE from ADDRESS, such as app1 to shop from 10.1.2.0/24");
        }
        Optional<String> database = Optional.of(matcher.group(2))
                .filter(name -> !name.equals(REPLICATION))
                .map(ByteText::encode);
        Network addresses =
                new Network(address.get(), IpAddress.mask(address.get().v6(), length));
        return new ExpectedClient(text, ByteText.encode(matcher.group(1)), database, addresses);
    }
}
