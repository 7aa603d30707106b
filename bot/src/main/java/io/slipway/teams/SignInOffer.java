package io.slipway.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.UUID;

/** Asks a person to sign in: silently by Teams' single sign-on where it can, else by our own page. */
final class SignInOffer {

    static final String CONNECTION = "slipway";

    private final String resource;
    private final URI page;

    SignInOffer(TeamsProperties teams) {
        this.resource = "api://botid-" + teams.appId();
        this.page = URI.create(teams.home().toString().replaceAll("/$", "") + SignInPages.START);
    }

    /** The content of a card for signing in, and the value of an answer that asks for it. */
    ObjectNode content(String reason) {
        ObjectNode content = TeamsJson.object().put("text", reason).put("connectionName", CONNECTION);
        content.putArray("buttons")
                .addObject()
                .put("type", "signin")
                .put("title", "Sign in")
                .put("text", "Sign in")
                .put("value", page.toString());
        content.putObject("tokenExchangeResource")
                .put("id", UUID.randomUUID().toString())
                .put("uri", resource);
        return content;
    }
}
