package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.testing.pki.Issued;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/** A login over TLS that presents a certificate, however odd, and does not look at the server's. */
final class TlsLogin {

    private static final int SSL_REQUEST = 80877103;
    private static final int PROTOCOL_3 = 196608;
    private static final int LIMIT_MILLIS = 20_000;

    private final SSLContext context;

    private TlsLogin(SSLContext context) {
        this.context = context;
    }

    /**
     * Makes a client.
     *
     * @throws GeneralSecurityException if this Java runtime cannot handle the key or a certificate
     */
    static TlsLogin with(Issued leaf, List<Issued> sent) throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>(List.of(read(leaf)));
        for (Issued certificate : sent) {
            chain.add(read(certificate));
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                new KeyManager[] {new Presenter(chain.toArray(new X509Certificate[0]), key(leaf))},
                new TrustManager[] {new Indifferent()},
                null);
        return new TlsLogin(context);
    }

    private static X509Certificate read(Issued certificate) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.der()));
    }

    private static PrivateKey key(Issued leaf) throws GeneralSecurityException {
        byte[] der = leaf.key().pkcs8Der();
        String algorithm = PrivateKeyInfo.getInstance(der)
                .getPrivateKeyAlgorithm()
                .getAlgorithm()
                .getId();
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    /** Tells whether the server completes TLS and lets the user in, as it does with {@code trust} unless TLS fails. */
    boolean succeeds(int port, String user) throws IOException {
        try (Socket plain = new Socket("127.0.0.1", port)) {
            plain.setSoTimeout(LIMIT_MILLIS);
            DataOutputStream out = new DataOutputStream(plain.getOutputStream());
            out.writeInt(8);
            out.writeInt(SSL_REQUEST);
            if (plain.getInputStream().read() != 'S') {
                throw new IOException("the server has no TLS");
            }
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "127.0.0.1", port, true)) {
                socket.startHandshake();
                return startUp(socket, user);
            } catch (SSLException e) {
                return false;
            }
        }
    }

    private static boolean startUp(SSLSocket socket, String user) throws IOException {
        byte[] parameters = ("user\0" + user + "\0database\0postgres\0\0").getBytes(StandardCharsets.US_ASCII);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(8 + parameters.length);
        out.writeInt(PROTOCOL_3);
        out.write(parameters);
        out.flush();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int type = in.read();
        if (type == 'R') {
            in.readInt();
            return in.readInt() == 0;
        }
        return false;
    }

    /** Presents one certificate to whoever asks. */
    private static final class Presenter extends X509ExtendedKeyManager {
        private final X509Certificate[] chain;
        private final PrivateKey key;

        Presenter(X509Certificate[] chain, PrivateKey key) {
            this.chain = chain;
            this.key = key;
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
        public String chooseEngineClientAlias(
                String[] keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return "client";
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

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.clone();
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }
    }

    /** Trusts every server. */
    private static final class Indifferent extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
