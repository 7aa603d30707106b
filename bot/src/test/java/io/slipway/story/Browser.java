package io.slipway.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The window that opens for signing in by hand, where a person picks an account. */
final class Browser {

    private static final Pattern CODE = Pattern.compile("<output id=\"code\">(\\d+)<");

    private final HttpClient http;

    /** @param certificate what the imitated Entra proves itself by */
    Browser(Path certificate) {
        this.http = HttpClient.newBuilder()
                .sslContext(trust(certificate))
                .cookieHandler(new CookieManager())
                .build();
    }

    /** Signs in as this person, beginning at this page, and returns the code that the last page shows. */
    String signIn(String person, String page) {
        URI entra = location(send(HttpRequest.newBuilder(URI.create(page))));
        URI callback = location(send(HttpRequest.newBuilder(entra)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("person=" + person))));
        HttpResponse<String> end = send(HttpRequest.newBuilder(callback));
        Matcher code = CODE.matcher(end.body());
        if (!code.find()) {
            throw new AssertionError("the sign-in ended with " + end.statusCode() + ": " + end.body());
        }
        return code.group(1);
    }

    private static URI location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow(() -> new AssertionError(answer.uri() + " led nowhere: " + answer.body()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext trust(Path certificate) {
        try (InputStream in = Files.newInputStream(certificate)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "entra", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
