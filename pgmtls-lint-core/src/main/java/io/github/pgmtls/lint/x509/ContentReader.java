package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the data of PEM blocks by their labels. */
final class ContentReader {

    static final String TRUSTED = "TRUSTED CERTIFICATE";

    /** OpenSSL's {@code PEM_get_EVP_CIPHER_INFO}. */
    private static final Pattern ENCRYPTED = Pattern.compile(
            "Proc-Type:[ \t]*4,[ \t]*ENCRYPTED[ \t\r]*\nDEK-Info:[ \t]*([^ \t,\n]+)[^\n]*\n.*", Pattern.DOTALL);

    private static final Set<String> SIGNED = Set.of("CERTIFICATE", "X509 CERTIFICATE", TRUSTED, "X509 CRL");

    private ContentReader() {}

    static PemContent read(PemBlock block) {
        try {
            return decode(block);
        } catch (Der.Malformed e) {
            return unreadable(block, ReadProblem.Kind.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private static PemContent decode(PemBlock block) throws Der.Malformed {
        String label = block.label();
        Location place = block.place();
        if (SIGNED.contains(label)) {
            if (block.isEncrypted()) {
                return unreadable(block, ReadProblem.Kind.BAD_HEADER, "a header stands in the block");
            }
            return label.equals("X509 CRL")
                    ? Crl.read(place, block.data())
                    : Certificate.read(place, label, block.data());
        }
        if (label.equals("PRIVATE KEY") || label.equals("ENCRYPTED PRIVATE KEY")) {
            return block.isEncrypted() ? headed(block) : pkcs8(block);
        }
        Optional<PrivateKeyInfo.Form> form = traditionalForm(label);
        if (form.isEmpty()) {
            return new PemContent.Other(place, label);
        }
        return block.isEncrypted() ? headed(block) : PrivateKeyReader.traditional(place, form.get(), block.data());
    }

    private static PemContent pkcs8(PemBlock block) throws Der.Malformed {
        return block.label().equals("PRIVATE KEY")
                ? PrivateKeyReader.pkcs8(block.place(), block.data())
                : PrivateKeyReader.encryptedPkcs8(block.place(), block.data());
    }

    private static PemContent headed(PemBlock block) {
        Matcher header = ENCRYPTED.matcher(block.header());
        if (!header.matches()) {
            return unreadable(block, ReadProblem.Kind.BAD_HEADER, "the header of the block is not understood");
        }
        return PrivateKeyReader.encrypted(
                block.place(),
                PrivateKeyInfo.Form.ENCRYPTED_TRADITIONAL,
                header.group(1).toUpperCase(Locale.ROOT));
    }

    private static Optional<PrivateKeyInfo.Form> traditionalForm(String label) {
        return switch (label) {
            case "RSA PRIVATE KEY" -> Optional.of(PrivateKeyInfo.Form.PKCS1);
            case "EC PRIVATE KEY" -> Optional.of(PrivateKeyInfo.Form.SEC1);
            case "DSA PRIVATE KEY" -> Optional.of(PrivateKeyInfo.Form.DSA);
            default -> Optional.empty();
        };
    }

    private static PemContent unreadable(PemBlock block, ReadProblem.Kind kind, String reason) {
        return new PemContent.Unreadable(
                block.place(), block.label(), new ReadProblem(kind, block.place(), message(block, kind, reason)));
    }

    private static String message(PemBlock block, ReadProblem.Kind kind, String reason) {
        return kind == ReadProblem.Kind.MALFORMED
                ? "the block is labelled \"" + block.label() + "\" but does not hold that: " + reason
                : reason;
    }
}
