package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.testing.postgres.ClientIdentity;
import io.github.pgmtls.lint.testing.postgres.GatheringSocket;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.postgresql.ssl.NonValidatingFactory.NonValidatingTM;
import org.postgresql.ssl.WrappedFactory;

/** A login by pgjdbc that presents a certificate to whoever asks and does not look at the server's. */
final class TlsLogin {

    private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\S+)");

    private static final ThreadLocal<@Nullable ClientIdentity> IDENTITY = new ThreadLocal<>();

    private TlsLogin() {}

    /**
     * Logs in and out.
     *
     * @return nothing if the server lets the user in, or the alert with which it ends the handshake
     * @throws TestAbortedException if the JDK cannot sign with such a key
     * @throws SQLException if the login fails in another way
     */
    static Optional<String> refusal(ClientIdentity identity, int port) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("sslmode", "require");
        properties.setProperty("sslfactory", Factory.class.getName());
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("socketTimeout", "20");
        IDENTITY.set(identity);
        try {
            DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties)
                    .close();
            return Optional.empty();
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("No supported CertificateVerify signature algorithm")) {
                throw new TestAbortedException(e.getMessage());
            }
            return Optional.of(alert(e).orElseThrow(() -> e));
        } finally {
            IDENTITY.remove();
        }
    }

    private static Optional<String> alert(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher matcher = ALERT.matcher(String.valueOf(cause.getMessage()));
            if (cause instanceof SSLException && matcher.find()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    /** What pgjdbc makes connections with; it is found by its name. */
    public static final class Factory extends WrappedFactory {

        /**
         * Called by pgjdbc.
         *
         * @throws GeneralSecurityException if there is no TLS 1.3
         */
        public Factory(Properties properties) throws GeneralSecurityException {
            ClientIdentity identity = IDENTITY.get();
            if (identity == null) {
                throw new IllegalStateException("no identity in this thread");
            }
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(new KeyManager[] {new Presenter(identity)}, new TrustManager[] {new NonValidatingTM()}, null);
            factory = context.getSocketFactory();
        }

        @Override
        public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
            return super.createSocket(new GatheringSocket(plain), host, port, autoClose);
        }
    }

    private static final class Presenter extends X509ExtendedKeyManager {
        private final ClientIdentity identity;

        Presenter(ClientIdentity identity) {
            this.identity = identity;
        }

        @Override
        public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
            return new String[] {"client"};
        }

        @Override
        public String chooseClientAlias(String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return "client";
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return identity.chain().toArray(new X509Certificate[0]);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return identity.key();
        }

        @Override
        public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }
    }
}
