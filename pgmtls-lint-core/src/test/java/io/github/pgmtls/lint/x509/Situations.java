package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** A table of verifications with their outcomes; what is common to its parts. */
abstract class Situations {

    static final KeyPurposeId CLIENT = KeyPurposeId.id_kp_clientAuth;
    static final KeyPurposeId SERVER = KeyPurposeId.id_kp_serverAuth;
    static final KeyPurposeId EMAIL = KeyPurposeId.id_kp_emailProtection;
    static final KeyPurposeId ANY = KeyPurposeId.anyExtendedKeyUsage;
    static final int SIGN = KeyUsage.keyCertSign | KeyUsage.cRLSign;

    /** What is expected of a verification. */
    record Verdict(Optional<VerificationError> error, int depth) {

        Trial.Outcome outcome(OpenSslVersion version) {
            return error.map(own -> Trial.Outcome.error(own.number(version), depth))
                    .orElse(Trial.Outcome.OK);
        }
    }

    static final Verdict OK = new Verdict(Optional.empty(), 0);

    /**
     * A verification and its outcomes.
     *
     * @param name what is special about it
     * @param early the outcome for OpenSSL 1.1.1 to 1.1.1g
     * @param late the outcome for 1.1.1i and later
     * @param current the outcome for 3.0
     * @param toTheSecond whether it only makes sense at exactly the moment of the trial
     */
    record Situation(String name, Trial trial, Verdict early, Verdict late, Verdict current, boolean toTheSecond) {

        Trial.Outcome expected(OpenSslVersion version) {
            return switch (version) {
                case V1_1_1 -> early.outcome(version);
                case V1_1_1I -> late.outcome(version);
                case V3_0 -> current.outcome(version);
            };
        }

        @Override
        public String toString() {
            return name;
        }
    }

    final Issued root = Pki.ca("CN=Root");
    final Issued inter = root.ca("CN=Inter");
    final Issued alice = inter.client("CN=alice");
    final Issued db = inter.server("CN=db");
    private final List<Situation> rows = new ArrayList<>();

    /** Makes all situations anew, at {@link Pki#now()}. */
    static List<Situation> all() {
        List<Situations> parts = List.of(
                new ChainSituations(),
                new UsageSituations(),
                new StrengthSituations(),
                new ExtensionSituations(),
                new NameSituations(),
                new RevocationSituations());
        List<Situation> all = new ArrayList<>();
        for (Situations part : parts) {
            part.fill();
            all.addAll(part.rows);
        }
        return List.copyOf(all);
    }

    abstract void fill();

    final void row(String name, Trial trial, Verdict expected) {
        row(name, trial, expected, expected, expected);
    }

    final void row(String name, Trial trial, Verdict early, Verdict late, Verdict current) {
        rows.add(new Situation(name, trial, early, late, current, false));
    }

    final void rowToTheSecond(String name, Trial trial, Verdict expected) {
        rows.add(new Situation(name, trial, expected, expected, expected, true));
    }

    static Verdict refused(VerificationError error, int depth) {
        return new Verdict(Optional.of(error), depth);
    }

    /** A certificate that the intermediate issues, verified with both CAs in the trust file. */
    final Trial below(Consumer<CertificateSpec> how) {
        return Trial.of(inter.issue("CN=leaf", how), root, inter);
    }

    static Trial trusted(Issued own) {
        return Trial.of(own, own);
    }

    static Trial underRoot(Issued authority) {
        return Trial.of(authority.client("CN=leaf"), authority);
    }

    final Trial underIntermediate(Consumer<CertificateSpec> how) {
        Issued inter = root.issue("CN=Inter 2", how);
        return Trial.of(inter.client("CN=leaf"), root).sending(inter);
    }
}
