package io.slipway.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Trusts the certificates of a PEM file besides those that Java trusts anyway: for a proxy's or a test cloud's own. */
final class TrustedCertificates {

    private TrustedCertificates() {}

    static void add(OkHttpClient.Builder client, Path pem) {
        try {
            X509TrustManager trust = both(read(pem));
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {trust}, new SecureRandom());
            client.sslSocketFactory(tls.getSocketFactory(), trust);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(
                    "slipway.http.trusted-certificate: " + pem + " is not a readable PEM file with certificates. "
                            + "Correct the path or leave the setting out.",
                    e);
        }
    }

    private static X509TrustManager both(KeyStore store) throws GeneralSecurityException {
        for (X509Certificate usual : manager(null).getAcceptedIssuers()) {
            store.setCertificateEntry("usual-" + store.size(), usual);
        }
        return manager(store);
    }

    private static KeyStore read(Path pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate extra : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("extra-" + store.size(), extra);
            }
        }
        if (store.size() == 0) {
            throw new IOException("no certificate in it");
        }
        return store;
    }

    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
