package io.github.pgmtls.lint.testing.pki;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;

/** One private key in the forms in which files hold it. */
public final class KeyForms {

    private final KeyPair pair;

    KeyForms(KeyPair pair) {
        this.pair = pair;
    }

    /** {@code BEGIN PRIVATE KEY}. */
    public String pkcs8() {
        return Pem.block("PRIVATE KEY", pkcs8Der());
    }

    public byte[] pkcs8Der() {
        try {
            PrivateKeyInfo key = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
            // Without the public key, which makes it version 2, which OpenSSL up to 3.0 does not read.
            return new PrivateKeyInfo(key.getPrivateKeyAlgorithm(), key.parsePrivateKey()).getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code BEGIN RSA PRIVATE KEY} (PKCS#1), {@code BEGIN EC PRIVATE KEY} (SEC 1) or {@code BEGIN DSA PRIVATE KEY}. */
    public String traditional() {
        try {
            return write(new JcaMiscPEMGenerator(pair.getPrivate()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] traditionalDer() {
        try {
            return PrivateKeyInfo.getInstance(pkcs8Der())
                    .parsePrivateKey()
                    .toASN1Primitive()
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The traditional form encrypted with {@code DEK-Info}, for example {@code AES-256-CBC} or {@code DES-EDE3-CBC}. */
    public String traditionalEncrypted(String cipher, String password) {
        try {
            return write(new JcaMiscPEMGenerator(
                    pair.getPrivate(),
                    new JcePEMEncryptorBuilder(cipher)
                            .setProvider(Keys.BOUNCY_CASTLE)
                            .setSecureRandom(Keys.random(cipher))
                            .build(password.toCharArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code BEGIN ENCRYPTED PRIVATE KEY} with PBES2 and AES-256. */
    public String encrypted(String password) {
        return encrypted(JcaPKCS8Generator.AES_256_CBC.getId(), password);
    }

    /** {@code BEGIN ENCRYPTED PRIVATE KEY} with PBES1 and triple DES, as pgjdbc's documentation makes them. */
    public String encryptedPbes1(String password) {
        return encrypted(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC.getId(), password);
    }

    private String encrypted(String algorithm, String password) {
        try {
            OutputEncryptor encryptor = new JceOpenSSLPKCS8EncryptorBuilder(new ASN1ObjectIdentifier(algorithm))
                    .setProvider(Keys.BOUNCY_CASTLE)
                    .setRandom(Keys.random(algorithm))
                    .setPassword(password.toCharArray())
                    .build();
            return write(new JcaPKCS8Generator(pair.getPrivate(), encryptor));
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a PKCS#12 store with the key and its certificates. */
    public byte[] pkcs12(String password, Issued... chain) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] certificates = new Certificate[chain.length];
            for (int i = 0; i < chain.length; i++) {
                certificates[i] = CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(chain[i].der()));
            }
            store.setKeyEntry("user", pair.getPrivate(), password.toCharArray(), certificates);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password.toCharArray());
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(PemObjectGenerator generator) throws IOException {
        StringWriter out = new StringWriter();
        try (PemWriter writer = new PemWriter(out)) {
            writer.writeObject(generator);
        }
        return out.toString().replace("\r\n", "\n");
    }
}
