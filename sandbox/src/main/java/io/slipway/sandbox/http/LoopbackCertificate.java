package io.slipway.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate for 127.0.0.1 and localhost, made at the first start and kept in the state folder: identity libraries
 * refuse an authority without TLS. Clients are told to trust the PEM file beside it.
 */
public final class LoopbackCertificate {

    private static final String ALIAS = "loopback";
    private static final char[] PASSWORD = "loopback".toCharArray();

    private final KeyStore store;
    private final Path pem;

    private LoopbackCertificate(KeyStore store, Path pem) {
        this.store = store;
        this.pem = pem;
    }

    /**
     * The certificate that lies in the folder, or a new one when there is none or it ends soon.
     *
     * @param name of its files, such as {@code entra} for {@code entra-ca.pem}
     */
    public static LoopbackCertificate in(Path folder, String name, Instant now) {
        Path kept = folder.resolve(name + ".p12");
        Path pem = folder.resolve(name + "-ca.pem");
        try {
            Files.createDirectories(folder);
            KeyStore store = Files.exists(kept) ? read(kept) : make(now);
            if (endsSoon(store, now)) {
                store = make(now);
            }
            try (OutputStream out = Files.newOutputStream(kept)) {
                store.store(out, PASSWORD);
            }
            Files.writeString(pem, pem(store.getCertificate(ALIAS)));
            return new LoopbackCertificate(store, pem);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("cannot make the certificate in " + folder, e);
        }
    }

    KeyStore store() {
        return store;
    }

    String password() {
        return new String(PASSWORD);
    }

    /** The file that clients are told to trust. */
    public Path pem() {
        return pem;
    }

    /** The certificate itself. */
    public X509Certificate certificate() {
        try {
            return (X509Certificate) store.getCertificate(ALIAS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static boolean endsSoon(KeyStore store, Instant now) throws GeneralSecurityException {
        return !(store.getCertificate(ALIAS) instanceof X509Certificate certificate)
                || certificate.getNotAfter().toInstant().isBefore(now.plus(Duration.ofDays(7)));
    }

    private static KeyStore make(Instant now) throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Slipway sandbox");
        var builder = new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(120, new SecureRandom()),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(365))),
                        name,
                        pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                    new GeneralName(GeneralName.dNSName, "localhost")
                }));
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry(ALIAS, pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
        return store;
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }
}
