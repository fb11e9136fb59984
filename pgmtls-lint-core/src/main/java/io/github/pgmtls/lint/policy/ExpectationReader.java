package io.github.pgmtls.lint.policy;

import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.policy.Expectation.Who;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.source.ByteText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the entries of {@code expect}. */
final class ExpectationReader {

    private static final String WITHOUT_CERTIFICATE = "without-client-certificate";

    private ExpectationReader() {}

    static Optional<Expectation> read(YamlSection entry) {
        return entry.keys().contains("nobody") ? nobody(entry) : using(entry);
    }

    private static Optional<Expectation> nobody(YamlSection entry) {
        Optional<String> what = entry.value("nobody", ExpectationReader::withoutCertificate);
        List<Who> except = new ArrayList<>();
        for (YamlSection who : entry.sections("except")) {
            except.add(who(who));
            who.finish();
        }
        entry.finish();
        return what.map(known -> new Expectation.NobodyWithoutCertificate(except, entry.place()));
    }

    private static Optional<Expectation> using(YamlSection entry) {
        Who who = who(entry);
        Optional<AuthMethod> method = entry.required("using", ExpectationReader::method);
        entry.finish();
        return method.map(known -> new Expectation.Using(who, known, entry.place()));
    }

    private static Who who(YamlSection section) {
        return new Who(
                section.value("user", ExpectationReader::name),
                section.value("database", ExpectationReader::name),
                section.value("from", ExpectationReader::network));
    }

    private static String withoutCertificate(String text) {
        List<String> known = List.of(WITHOUT_CERTIFICATE);
        if (!known.contains(text)) {
            throw new IllegalArgumentException("expected " + WITHOUT_CERTIFICATE + DidYouMean.suffix(known, text));
        }
        return text;
    }

    private static AuthMethod method(String text) {
        List<String> known =
                Arrays.stream(AuthMethod.values()).map(AuthMethod::keyword).toList();
        return AuthMethod.of(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "not an authentication method: \"" + text + "\"" + DidYouMean.suffix(known, text)));
    }

    /** A name, not one of the words and patterns of pg_hba.conf: what is expected is expected of somebody. */
    private static String name(String text) {
        boolean isPattern = text.isEmpty() || "/+@".indexOf(text.charAt(0)) >= 0 || text.equals("all");
        if (isPattern || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("expected a name here, not \"" + text + "\"; leave the key out for all");
        }
        return ByteText.encode(text);
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        int width = address.filter(IpAddress::v6).isPresent() ? 128 : 32;
        String bits = slash < 0 ? Integer.toString(width) : text.substring(slash + 1);
        if (address.isEmpty() || !bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > width) {
            throw new IllegalArgumentException(
                    "not a network: \"" + text + "\"; expected such as 10.1.0.0/16 or 10.1.2.3");
        }
        IpAddress mask = IpAddress.mask(address.get().v6(), Integer.parseInt(bits));
        return new Network(address.get().and(mask), mask);
    }
}
