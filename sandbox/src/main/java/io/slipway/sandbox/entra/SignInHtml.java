package io.slipway.sandbox.entra;

import io.slipway.sandbox.world.Human;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The looks of the sign-in page. */
final class SignInHtml {

    private static final String FRAME = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Sign in to Contoso</title>
            <style>
              :root { color-scheme: light dark; font: 15px/1.4 "Segoe UI", system-ui, sans-serif }
              body { display: grid; place-items: center; min-height: 100vh; margin: 0; background: light-dark(#f2f2f2, #1b1b1b) }
              main { box-sizing: border-box; width: min(27rem, 100vw); padding: 2rem; background: light-dark(#fff, #292929); box-shadow: 0 2px 8px #0003 }
              main > p:first-child { margin: 0; opacity: .75; font-weight: 600 }
              h1 { margin: .5rem 0 1rem; font-size: 1.5rem; font-weight: 600 }
              button { display: block; width: 100%%; padding: .7rem .5rem; border: 0; border-top: 1px solid light-dark(#e0e0e0, #484848);
                background: none; color: inherit; text-align: start; font: inherit; cursor: pointer }
              button:hover, button:focus-visible { background: light-dark(#f0f0f0, #343434) }
              button[name=cancel] { color: light-dark(#5b5fc7, #9299f7) }
              small { display: block; opacity: .75 }
            </style></head><body><main>%s</main></body></html>
            """;

    private SignInHtml() {}

    static String choose(String action, List<Human> people, boolean consentIsNews) {
        String choices = people.stream()
                .map(p -> "<button name=\"person\" value=\"%s\">%s<small>%s</small></button>"
                        .formatted(escape(p.alias()), escape(p.name()), escape(p.mail())))
                .collect(Collectors.joining());
        String consent = consentIsNews
                ? "<p><b>Permissions requested.</b> Slipway would like to act in Azure DevOps and Dataverse as you."
                        + " By signing in you accept.</p>"
                : "";
        return FRAME.formatted("<p>Contoso (sandbox)</p><h1>Pick an account</h1>" + consent
                + "<form method=\"post\" action=\"" + escape(action) + "\">" + choices
                + "<button name=\"cancel\" value=\"1\">Cancel</button></form>");
    }

    static String post(String redirect, Map<String, String> values) {
        String fields = values.entrySet().stream()
                .map(e -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escape(e.getKey()), escape(e.getValue())))
                .collect(Collectors.joining());
        return FRAME.formatted("<form method=\"post\" action=\"" + escape(redirect) + "\">" + fields
                + "<button>Continue</button></form><script>document.forms[0].submit()</script>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
