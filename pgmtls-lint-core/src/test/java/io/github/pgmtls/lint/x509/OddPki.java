package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.testing.pki.CrlSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.KeyKind;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.GeneralName;

/** Makes, by chance, a root, an intermediate, a client certificate and revocation lists, with an oddity or two. */
final class OddPki {

    private static final Map<String, Consumer<List<byte[]>>> OF_CERTIFICATE = Oddities.ofCertificate();
    private static final Map<String, Consumer<List<byte[]>>> OF_LIST = Oddities.ofList();
    private static final Map<String, Consumer<List<byte[]>>> OF_WHOLE = Oddities.ofWhole();

    private static final List<String> DIGESTS = List.of("MD5", "SHA1", "SHA224", "SHA384", "SHA512");
    private static final List<String> PSS =
            List.of("SHA1withRSAandMGF1", "SHA224withRSAandMGF1", "SHA256withRSAandMGF1", "SHA512withRSAandMGF1");

    private static final Consumer<List<byte[]>> NOTHING = elements -> {};

    private final Random random;
    private final List<String> oddities = new ArrayList<>();

    OddPki(long seed) {
        random = new Random(seed);
    }

    /** Returns what is odd, for failure reports. */
    List<String> oddities() {
        return oddities;
    }

    Trial trial() {
        Trial trial = switch (random.nextInt(10)) {
            case 0 -> keys();
            case 1 -> constraints();
            case 2 -> crossed();
            case 3, 4, 5 -> list();
            default -> certificates();
        };
        return trial.level(random.nextInt(4));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Consumer<List<byte[]>> oddity(Map<String, Consumer<List<byte[]>>> all, String of) {
        String name = pick(List.copyOf(all.keySet()));
        oddities.add(of + ": " + name);
        return all.get(name);
    }

    private static Issued root() {
        return Pki.ca("O=Acme Inc,CN=Root", how -> {});
    }

    /** One certificate, or two, of a path are odd. */
    private Trial certificates() {
        Issued root = root();
        int odd = random.nextInt(8);
        Issued top = odd == 0 || odd == 3 ? odd(root, root, "root") : root;
        Issued inter = root.ca("O=Acme Inc,CN=Root", how -> how.key("inter"));
        boolean deep = odd == 1 || odd == 3 || random.nextInt(4) == 0;
        Issued middle = odd == 1 ? odd(inter, root, "intermediate") : inter;
        Issued issuer = deep ? inter : root;
        Issued leaf = issuer.client("O=Acme Inc,CN=Root", how -> how.key("leaf"));
        leaf = odd > 1 ? odd(leaf, issuer, "leaf") : leaf;
        return deep ? Trial.of(leaf, top, middle) : Trial.of(leaf, top);
    }

    private Issued odd(Issued certificate, Issued by, String what) {
        if (random.nextInt(5) == 0) {
            return certificate.rewritten(by, NOTHING, oddity(OF_WHOLE, what));
        }
        Consumer<List<byte[]>> content = oddity(OF_CERTIFICATE, what);
        return certificate.rewritten(by, content, NOTHING);
    }

    private Trial list() {
        Issued root = root();
        Issued leaf = root.client("CN=leaf");
        boolean revoked = random.nextInt(3) > 0;
        Consumer<CrlSpec> how = list -> list.revoke(revoked ? leaf : root).revoke(java.math.BigInteger.TEN);
        String odd = random.nextInt(6) == 0
                ? root.crl(how, NOTHING, oddity(OF_WHOLE, "list"))
                : root.crl(how, oddity(OF_LIST, "list"), NOTHING);
        Trial trial = Trial.of(leaf, root);
        return switch (random.nextInt(4)) {
            case 0 -> trial.checking(odd, root.crl());
            case 1 -> trial.checking(root.crl(list -> list.thisUpdate(Pki.NOW.minusSeconds(5))), odd);
            default -> trial.checking(odd);
        };
    }

    private Trial keys() {
        KeyKind above = pick(kinds());
        KeyKind below = pick(kinds());
        boolean rsa = above.name().startsWith("RSA");
        String digest = pick(rsa ? DIGESTS : DIGESTS.subList(1, DIGESTS.size()));
        String pss = pick(PSS);
        boolean room = above != KeyKind.RSA512 && !(above == KeyKind.RSA1024 && pss.startsWith("SHA512"));
        boolean padded = rsa && room && random.nextInt(3) == 0;
        oddities.add(above + ", " + below + ", " + (padded ? pss : digest));
        Issued root = Pki.ca("CN=" + above, how -> how.key(above));
        boolean tooShort = above == KeyKind.RSA512;
        return Trial.of(
                root.client("CN=" + below, how -> {
                    how.key(below).digest(tooShort ? "SHA1" : digest);
                    if (padded) {
                        how.signature(pss);
                    }
                }),
                root);
    }

    private static List<KeyKind> kinds() {
        List<KeyKind> kinds = new ArrayList<>(List.of(KeyKind.values()));
        kinds.remove(KeyKind.RSA2048_CLOSE_PRIMES);
        return kinds;
    }

    private Trial constraints() {
        GeneralName constraint = pick(List.of(
                new GeneralName(GeneralName.iPAddress, "10.0.0.0/8"),
                new GeneralName(
                        GeneralName.rfc822Name, pick(List.of("example.com", ".example.com", "a@example.com", ""))),
                new GeneralName(GeneralName.uniformResourceIdentifier, pick(List.of("example.com", ".example.com"))),
                new GeneralName(GeneralName.dNSName, pick(List.of("example.com", ".example.com", ""))),
                new GeneralName(Pki.name(pick(List.of("O=x", "O=X ", "O=x,CN=a")))),
                new GeneralName(GeneralName.registeredID, "1.2.3")));
        boolean excluded = random.nextBoolean();
        GeneralName name = pick(List.of(
                new GeneralName(GeneralName.iPAddress, pick(List.of("10.1.2.3", "11.1.2.3", "::1"))),
                new GeneralName(
                        GeneralName.rfc822Name,
                        pick(List.of("a@example.com", "A@example.com", "a@EXAMPLE.com", "b@x.example.com", "a"))),
                new GeneralName(
                        GeneralName.uniformResourceIdentifier,
                        pick(List.of("https://u@x.example.com:1/p", "https://example.com", "example.com", "https://"))),
                new GeneralName(
                        GeneralName.dNSName,
                        pick(List.of("example.com", "x.EXAMPLE.com", "badexample.com", "*.example.com"))),
                new GeneralName(Pki.name("O=x,CN=b")),
                new GeneralName(GeneralName.registeredID, "1.2.3")));
        String subject =
                pick(List.of("CN=a", "O=x,CN=a", "CN=www.example.com", "CN=evil.org", "CN=a,E=a@example.com", ""));
        oddities.add((excluded ? "not " : "only ") + constraint + " for " + subject + " " + name);
        Issued root = Pki.ca(
                "CN=Constrained",
                how -> how.nameConstraints(
                        excluded ? List.of() : List.of(constraint), excluded ? List.of(constraint) : List.of()));
        boolean named = random.nextInt(4) > 0;
        return Trial.of(
                root.client(subject, how -> {
                    how.key("leaf");
                    if (named) {
                        how.alternativeName(name);
                    }
                }),
                root);
    }

    /** Several certificates of a name and a key, and of a name and several keys. */
    private Trial crossed() {
        Issued own = Pki.ca("CN=X", how -> how.key("x"));
        Issued other = Pki.ca("CN=Y");
        Issued namesake = Pki.ca("CN=X", how -> how.key("z"));
        Issued expired = Pki.ca("CN=X", how -> how.key("x").expired());
        Issued cross = other.ca("CN=X", how -> how.key("x"));
        Issued weak = other.ca("CN=X", how -> how.key("x").digest("SHA1"));
        Issued loop = cross.ca("CN=Y", how -> how.key("CN=Y"));
        List<Issued> all = List.of(own, other, namesake, expired, cross, weak, loop);
        List<Issued> trusted = some(all);
        List<Issued> sent = some(all);
        boolean unidentified = random.nextBoolean();
        Issued leaf = own.client("CN=leaf", how -> {
            if (unidentified) {
                how.withoutAuthorityKeyIdentifier();
            }
        });
        oddities.add("places of " + all + ": trusted " + places(all, trusted) + ", sent " + places(all, sent));
        return Trial.of(leaf, trusted.toArray(new Issued[0])).sending(sent.toArray(new Issued[0]));
    }

    private List<Issued> some(List<Issued> all) {
        List<Issued> some = new ArrayList<>();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            some.add(pick(all));
        }
        return some;
    }

    private static List<Integer> places(List<Issued> all, List<Issued> some) {
        return some.stream().map(all::indexOf).toList();
    }
}
