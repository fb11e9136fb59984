package io.github.pgmtls.lint.testing.pki;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Where certificates of tests start. A root is made here, everything else by an {@link Issued} certificate:
 *
 * <pre>{@code
 * Issued root = Pki.ca("CN=Root");
 * Issued alice = root.client("CN=alice");
 * Issued server = root.server("CN=db", c -> c.dns("db.example.com").key(KeyKind.RSA2048));
 * String pem = server.pem() + root.pem();
 * }</pre>
 *
 * <p>Names are written in the order of their encoding ({@code O=x,CN=alice}); see {@link Names} for string types. The
 * same calls make the same bytes in every run. Unless told otherwise certificates are valid at {@link #NOW}.
 */
public final class Pki {

    /** The moment at which tests take place. */
    public static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private static final ThreadLocal<Instant> MOMENT = ThreadLocal.withInitial(() -> NOW);

    private Pki() {}

    /** Returns the moment around which certificates are made: {@link #NOW} unless within {@link #at}. */
    public static Instant now() {
        return MOMENT.get();
    }

    /** Makes something around another moment, for tests with programs that look at the clock. */
    public static <T> T at(Instant moment, Supplier<T> making) {
        Instant before = MOMENT.get();
        MOMENT.set(moment);
        try {
            return making.get();
        } finally {
            MOMENT.set(before);
        }
    }

    /** Makes a self-signed CA certificate: CA:TRUE, keyCertSign and cRLSign, ten years. */
    public static Issued ca(String name) {
        return ca(name, how -> {});
    }

    /** Makes a self-signed CA certificate with changes. */
    public static Issued ca(String name, Consumer<CertificateSpec> changes) {
        return selfSigned(name, CertificateSpec.AUTHORITY.andThen(changes));
    }

    /** Makes a self-signed certificate that has, unless told, no extension but the key identifiers. */
    public static Issued selfSigned(String name, Consumer<CertificateSpec> how) {
        CertificateSpec spec = new CertificateSpec(Names.parse(name));
        how.accept(spec);
        return Issued.make(spec, null);
    }

    /** Returns the encoding of a name, for assertions. */
    public static X500Name name(String name) {
        return Names.parse(name);
    }
}
