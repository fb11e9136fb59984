package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One verification that can be put to {@link PathVerifier} and to an openssl command alike.
 *
 * @param leaf the certificate that is presented
 * @param sent what is sent along
 * @param trusted the trust file's certificates
 * @param lists the revocation lists as PEM text, empty if there are none
 * @param checksRevocation whether revocation is checked
 */
record Trial(
        Issued leaf,
        List<Issued> sent,
        List<Issued> trusted,
        String lists,
        boolean checksRevocation,
        Purpose purpose,
        Instant at,
        int level) {

    /** How a verification ended: {@code OK}, or OpenSSL's error number and depth. */
    record Outcome(String text) {
        static final Outcome OK = new Outcome("OK");

        static Outcome error(int number, int depth) {
            return new Outcome("error " + number + " at depth " + depth);
        }
    }

    private static final Pattern ERROR = Pattern.compile("error (\\d+) at (\\d+) depth lookup");

    static Trial of(Issued leaf, Issued... trusted) {
        return new Trial(leaf, List.of(), List.of(trusted), "", false, Purpose.SSL_CLIENT, Pki.now(), 2);
    }

    Trial sending(Issued... certificates) {
        return new Trial(leaf, List.of(certificates), trusted, lists, checksRevocation, purpose, at, level);
    }

    Trial asServer() {
        return new Trial(leaf, sent, trusted, lists, checksRevocation, Purpose.SSL_SERVER, at, level);
    }

    Trial at(Instant moment) {
        return new Trial(leaf, sent, trusted, lists, checksRevocation, purpose, moment, level);
    }

    Trial level(int number) {
        return new Trial(leaf, sent, trusted, lists, checksRevocation, purpose, at, number);
    }

    Trial checking(String... revocationLists) {
        return new Trial(leaf, sent, trusted, String.join("", revocationLists), true, purpose, at, level);
    }

    /** Puts it to the emulator. */
    PathResult result(OpenSslVersion version) {
        PemFile store = parse(Issued.bundle(trusted.toArray(new Issued[0])) + lists);
        TrustStore trust = checksRevocation
                ? TrustStore.checkingRevocation(store.certificates(), store.revocationLists())
                : TrustStore.of(store.certificates());
        Certificate certificate = parse(leaf.pem()).certificates().get(0);
        List<Certificate> along =
                parse(Issued.bundle(sent.toArray(new Issued[0]))).certificates();
        return new PathVerifier(new OpenSslProfile(version, level), trust).verify(certificate, along, purpose, at);
    }

    Outcome emulated(OpenSslVersion version) {
        PathResult result = result(version);
        return result instanceof PathResult.Refused refused
                ? Outcome.error(refused.error().number(version), refused.depth())
                : Outcome.OK;
    }

    private static PemFile parse(String pem) {
        return PemFile.parse(SourceFile.ofText("trial.pem", pem));
    }

    /** Puts it to the command. */
    Outcome asked(OpenSsl openSsl, Path directory) {
        try {
            Path store = Files.writeString(
                    directory.resolve("trusted.pem"), Issued.bundle(trusted.toArray(new Issued[0])) + lists);
            Path along = Files.writeString(directory.resolve("sent.pem"), Issued.bundle(sent.toArray(new Issued[0])));
            Path certificate = Files.writeString(directory.resolve("leaf.pem"), leaf.pem());
            List<String> arguments = new ArrayList<>(List.of("verify", "-no-CApath", "-CAfile", store.toString()));
            arguments.addAll(List.of("-purpose", purpose.openSslName(), "-auth_level", Integer.toString(level)));
            arguments.addAll(List.of("-attime", Long.toString(at.getEpochSecond())));
            if (!sent.isEmpty()) {
                arguments.addAll(List.of("-untrusted", along.toString()));
            }
            if (checksRevocation) {
                arguments.add("-crl_check_all");
            }
            arguments.add(certificate.toString());
            return outcome(openSsl.ask(arguments.toArray(new String[0])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome outcome(OpenSsl.Answer answer) {
        Matcher error = ERROR.matcher(answer.output());
        if (error.find()) {
            return Outcome.error(Integer.parseInt(error.group(1)), Integer.parseInt(error.group(2)));
        }
        return answer.succeeded() ? Outcome.OK : new Outcome(answer.output());
    }
}
