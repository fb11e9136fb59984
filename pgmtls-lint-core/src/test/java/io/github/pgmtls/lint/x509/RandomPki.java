package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.KeyKind;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Makes small certificate authorities by chance, mostly sound with one or two oddities, and asks to verify a leaf. */
final class RandomPki {

    private static final String[] NAMES = {"CN=Root", "CN=Other", "CN=Inter", "CN=Inter 2", "O=Good,CN=Issuing"};
    private static final String[] LEAVES = {
        "CN=alice", "CN=db.good.example", "O=Good,CN=bob", "O=Evil,CN=db.evil.example", "CN=Root", "CN=Inter", ""
    };
    private static final KeyPurposeId[] PURPOSES = {
        KeyPurposeId.id_kp_clientAuth,
        KeyPurposeId.id_kp_serverAuth,
        KeyPurposeId.id_kp_emailProtection,
        KeyPurposeId.anyExtendedKeyUsage
    };
    private static final int[] KEY_USAGES = {
        KeyUsage.digitalSignature,
        KeyUsage.keyAgreement,
        KeyUsage.keyEncipherment,
        KeyUsage.keyCertSign,
        KeyUsage.cRLSign,
        KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature,
        KeyUsage.nonRepudiation
    };
    private static final KeyKind[] KEYS = {
        KeyKind.P256, KeyKind.P256, KeyKind.P384, KeyKind.RSA2048, KeyKind.RSA1024, KeyKind.ED25519, KeyKind.P192
    };

    private final Random random;
    /** One in so many decisions is odd. */
    private final int rarity;

    RandomPki(long seed) {
        random = new Random(seed);
        rarity = 3 + random.nextInt(40);
    }

    Trial trial() {
        List<Issued> authorities = new ArrayList<>();
        int roots = 1 + (oddly() ? 1 : 0);
        for (int i = 0; i < roots; i++) {
            authorities.add(Pki.ca(NAMES[random.nextInt(2)], this::authority));
        }
        int depth = random.nextInt(4);
        Issued issuer = authorities.get(random.nextInt(authorities.size()));
        for (int i = 0; i < depth; i++) {
            issuer = issuer.ca(pick(NAMES), this::authority);
            authorities.add(issuer);
            if (oddly()) {
                issuer = pick(authorities.toArray(new Issued[0]));
            }
        }
        Purpose purpose = random.nextBoolean() ? Purpose.SSL_CLIENT : Purpose.SSL_SERVER;
        Issued leaf = rarely()
                ? pick(authorities.toArray(new Issued[0]))
                : issuer.issue(pick(LEAVES), how -> {
                    how.keyUsage(KeyUsage.digitalSignature)
                            .purposes(purpose == Purpose.SSL_CLIENT ? PURPOSES[0] : PURPOSES[1]);
                    leaf(how);
                });
        List<Issued> trusted = some(authorities, oddly() ? 2 : 6);
        List<Issued> sent = some(authorities, oddly() ? 2 : 6);
        if (rarely()) {
            trusted.add(leaf);
        }
        if (trusted.isEmpty()) {
            trusted.add(authorities.get(0));
        }
        if (rarely()) {
            sent.add(leaf);
        }
        boolean revocation = random.nextInt(4) == 0;
        String lists = revocation ? lists(authorities, leaf) : "";
        return new Trial(leaf, sent, trusted, lists, revocation, purpose, Pki.NOW, random.nextInt(4));
    }

    private boolean oddly() {
        return random.nextInt(rarity) == 0;
    }

    private boolean rarely() {
        return random.nextInt(3 * rarity) == 0;
    }

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }

    /** Returns all but one in so many, mostly in order. */
    private List<Issued> some(List<Issued> all, int omission) {
        List<Issued> chosen = new ArrayList<>();
        for (Issued one : all) {
            if (random.nextInt(omission) != 0) {
                chosen.add(one);
            }
        }
        if (random.nextBoolean()) {
            Collections.shuffle(chosen, random);
        }
        return chosen;
    }

    private void authority(CertificateSpec how) {
        if (oddly()) {
            how.pathLength(random.nextInt(3));
        }
        if (oddly()) {
            how.authority(false);
        }
        if (oddly()) {
            how.without(Extension.basicConstraints);
        }
        if (oddly()) {
            how.nameConstraints(constraint(), random.nextInt(3) == 0 ? constraint() : List.of());
        }
        if (random.nextInt(2 * rarity) != 0) {
            how.keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
        }
        any(how);
    }

    private List<GeneralName> constraint() {
        return switch (random.nextInt(5)) {
            case 0 -> List.of(new GeneralName(GeneralName.dNSName, "good.example"));
            case 1 -> List.of(new GeneralName(Pki.name("O=good")));
            case 2 -> List.of(new GeneralName(GeneralName.iPAddress, "10.0.0.0/8"));
            case 3 -> List.of(new GeneralName(GeneralName.rfc822Name, "good.example"));
            default -> List.of();
        };
    }

    private void leaf(CertificateSpec how) {
        if (oddly()) {
            how.authority(random.nextBoolean());
        }
        if (oddly()) {
            how.dns(random.nextBoolean() ? "x.good.example" : "x.evil.example");
        }
        if (oddly()) {
            how.ip(random.nextBoolean() ? "10.1.1.1" : "192.168.0.1");
        }
        if (oddly()) {
            how.email(random.nextBoolean() ? "a@good.example" : "a@evil.example");
        }
        any(how);
    }

    private void any(CertificateSpec how) {
        if (random.nextInt(3) == 0) {
            how.key(pick(KEYS));
        }
        if (oddly()) {
            how.key("key " + random.nextInt(3));
        }
        if (oddly()) {
            how.without(Extension.keyUsage).without(Extension.extendedKeyUsage);
        }
        if (oddly()) {
            how.keyUsage(KEY_USAGES[random.nextInt(KEY_USAGES.length)]);
        }
        if (oddly()) {
            how.purposes(pick(PURPOSES), pick(PURPOSES));
        }
        if (oddly()) {
            how.netscapeType(1 << random.nextInt(8));
        }
        if (oddly()) {
            how.digest(random.nextBoolean() ? "SHA1" : "SHA384");
        }
        dates(how);
        identifiers(how);
        if (rarely()) {
            how.unknownCriticalExtension();
        }
        if (rarely()) {
            how.brokenSignature();
        }
        if (rarely()) {
            how.version1();
        }
        if (rarely()) {
            how.extension(new ASN1ObjectIdentifier("1.2.3.4"), false, DERNull.INSTANCE);
        }
        if (rarely()) {
            how.extension(Extension.basicConstraints, true, DERNull.INSTANCE);
        }
        if (rarely()) {
            how.issuerName(pick(NAMES));
        }
        if (rarely()) {
            how.serial(7);
        }
    }

    private void dates(CertificateSpec how) {
        if (oddly()) {
            how.expired();
        }
        if (oddly()) {
            how.notYetValid();
        }
        if (rarely()) {
            how.notAfter(Pki.NOW.plus(Duration.ofSeconds(random.nextInt(2))));
        }
    }

    private void identifiers(CertificateSpec how) {
        if (oddly()) {
            how.withoutAuthorityKeyIdentifier();
        }
        if (oddly()) {
            how.withoutSubjectKeyIdentifier();
        }
        if (rarely()) {
            how.extension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(
                            new GeneralNames(new GeneralName(Pki.name(pick(NAMES)))), BigInteger.valueOf(7)));
        }
    }

    private String lists(List<Issued> authorities, Issued leaf) {
        StringBuilder lists = new StringBuilder();
        for (Issued authority : authorities) {
            if (oddly()) {
                continue;
            }
            lists.append(authority.crl(how -> {
                if (oddly()) {
                    how.expired();
                }
                if (oddly()) {
                    how.thisUpdate(Pki.NOW.plusSeconds(5));
                }
                if (oddly()) {
                    how.withoutAuthorityKeyIdentifier();
                }
                if (oddly()) {
                    how.withoutNextUpdate();
                }
                if (rarely()) {
                    how.brokenSignature();
                }
                if (oddly()) {
                    how.revoke(random.nextBoolean() ? leaf : pick(authorities.toArray(new Issued[0])));
                }
            }));
        }
        return lists.toString();
    }
}
