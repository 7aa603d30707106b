package io.slipway.teams;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** What the browser shows at the end of a sign-in; hands the code to Teams when it was opened from there. */
final class SignInHtml {

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Slipway</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style nonce="${nonce}">
              :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
              body { max-width: 28rem; margin: 4rem auto; padding: 0 1rem; }
              output { display: block; font-size: 2rem; letter-spacing: .2em; user-select: all; }
            </style></head><body><h1>${title}</h1>${body}</body></html>
            """;
    private static final String DONE = """
            <p>You can go back to Teams. If nothing happens there, send this code to Slipway in the chat:</p>
            <output id="code">${code}</output>
            <script nonce="${nonce}" src="${teamsJs}"></script>
            <script nonce="${nonce}">
              if (window.microsoftTeams) {
                microsoftTeams.app.initialize().then(function () {
                  microsoftTeams.authentication.notifySuccess("${code}");
                });
              }
            </script>
            """;

    private final URI teamsJs;
    private final RandomGenerator random;

    SignInHtml(URI teamsJs, RandomGenerator random) {
        this.teamsJs = teamsJs;
        this.random = random;
    }

    ServerResponse done(String code, String cookie) {
        String body = DONE.replace("${code}", code).replace("${teamsJs}", HtmlUtils.htmlEscape(teamsJs.toString()));
        return page(ServerResponse.ok().header("Set-Cookie", cookie), "You are signed in", body);
    }

    ServerResponse failed(String why) {
        String body = "<p>" + HtmlUtils.htmlEscape(why) + "</p><p>Close this page and try again from Teams.</p>";
        return page(ServerResponse.badRequest(), "That did not work", body);
    }

    private ServerResponse page(ServerResponse.BodyBuilder response, String title, String body) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String policy = "default-src 'none'; style-src 'nonce-" + nonce + "'; script-src 'nonce-" + nonce
                + "'; base-uri 'none'; form-action 'none'";
        return response.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", policy)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(PAGE.replace("${title}", title).replace("${body}", body).replace("${nonce}", nonce));
    }
}
