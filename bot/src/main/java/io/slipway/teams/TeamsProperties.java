package io.slipway.teams;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Slipway is known to Teams, and whom it believes.
 *
 * @param appId application id of the bot's registration
 * @param tenant the directory whose people Slipway listens to; empty for everybody
 * @param auth {@code token}: what arrives is signed by the Bot Framework; {@code loopback}: no tokens, 127.0.0.1 only
 * @param metadata where the keys of the Bot Framework are published
 * @param issuer who signs what arrives
 * @param scope of the token that what leaves carries
 * @param serviceHosts hosts that may get that token, {@code *.} in front for all below; 127.0.0.1 only when listed
 * @param home Slipway's own public address, for its sign-in pages
 * @param teamsJs address of the Teams JavaScript library, for the end of the sign-in
 * @param turns how many messages are handled at the same time
 */
@ConfigurationProperties("slipway.teams")
record TeamsProperties(
        @DefaultValue("") String appId,
        @DefaultValue("") String tenant,
        @DefaultValue("token") Auth auth,

        @DefaultValue("https://login.botframework.com/v1/.well-known/openidconfiguration")
        URI metadata,

        @DefaultValue("https://api.botframework.com") String issuer,

        @DefaultValue("https://api.botframework.com/.default")
        String scope,

        @DefaultValue({"smba.trafficmanager.net", "*.botframework.com"})
        List<String> serviceHosts,

        @DefaultValue("http://127.0.0.1:3978") URI home,

        @DefaultValue("https://res.cdn.office.net/teams-js/2.31.1/js/MicrosoftTeams.min.js")
        URI teamsJs,

        @DefaultValue("64") int turns) {

    /** Whom Slipway believes. */
    enum Auth {
        TOKEN,
        LOOPBACK
    }

    TeamsProperties {
        serviceHosts = List.copyOf(serviceHosts);
        if (appId.isBlank() && auth == Auth.TOKEN) {
            throw new IllegalStateException("slipway.teams.app-id is missing: without it nobody could tell Teams from"
                    + " a stranger. Set SLIPWAY_TEAMS_APPID to the application id of the bot's registration, or, on"
                    + " your own machine only, SLIPWAY_TEAMS_AUTH=loopback to serve 127.0.0.1 without tokens.");
        }
    }

    boolean loopback() {
        return auth == Auth.LOOPBACK;
    }
}
