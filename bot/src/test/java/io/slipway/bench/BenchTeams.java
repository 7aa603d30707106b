package io.slipway.bench;

import com.nimbusds.jwt.JWTClaimsSet;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.World;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the activities that Teams would send, and signs their requests. */
final class BenchTeams {

    private static final JsonMapper JSON = new JsonMapper();

    private final Tokens channel;
    private final URI connector;
    private final URI bot;

    BenchTeams(Tokens channel, URI connector, URI bot) {
        this.channel = channel;
        this.connector = connector;
        this.bot = bot;
    }

    /** What one of a hundred activities is. */
    enum Kind {
        HELP,
        CARD,
        CLICK
    }

    /** Sixty, twenty and twenty of a hundred. */
    static Kind kind(long number) {
        return switch ((int) (number % 5)) {
            case 0, 2, 4 -> Kind.HELP;
            case 1 -> Kind.CARD;
            default -> Kind.CLICK;
        };
    }

    /** The bytes of one request. */
    byte[] request(Kind kind, Human from, String chat, String id, String token) {
        ObjectNode activity = envelope(from, chat, id);
        switch (kind) {
            case HELP -> activity.put("type", "message").put("text", "help");
            case CARD -> activity.put("type", "message").put("text", "staus Expenses");
            case CLICK -> {
                ObjectNode value = activity.put("type", "invoke")
                        .put("name", "adaptiveCard/action")
                        .put("replyToId", "1763892000001")
                        .putObject("value");
                value.put("trigger", "manual")
                        .putObject("action")
                        .put("type", "Action.Execute")
                        .put("verb", "command.run")
                        .putObject("data")
                        .put("command", "help deploy");
            }
        }
        return request(activity, token);
    }

    /** The bytes of a request with which somebody signs in. */
    byte[] signIn(Human from, String chat, String id, String personToken) {
        ObjectNode activity = envelope(from, chat, id).put("type", "invoke").put("name", "signin/tokenExchange");
        activity.putObject("value")
                .put("id", id)
                .put("connectionName", "slipway")
                .put("token", personToken);
        return request(activity, token());
    }

    /** A token as Teams makes it; good for an hour, used for many requests. */
    String token() {
        Instant now = Clock.systemUTC().instant();
        return channel.sign(new JWTClaimsSet.Builder()
                .issuer("https://api.botframework.com")
                .audience(World.BOT_APP_ID)
                .claim("serviceurl", connector.toString())
                .notBeforeTime(Date.from(now.minusSeconds(300)))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .build());
    }

    private byte[] request(ObjectNode activity, String token) {
        String head = "POST " + bot.getPath() + " HTTP/1.1\r\nHost: " + bot.getAuthority()
                + "\r\nContent-Type: application/json; charset=utf-8\r\nAuthorization: Bearer " + token + "\r\n";
        return Wire.written(head, JSON.writeValueAsBytes(activity));
    }

    private ObjectNode envelope(Human from, String chat, String id) {
        ObjectNode activity = JSON.createObjectNode();
        activity.put("id", id)
                .put("timestamp", Clock.systemUTC().instant().toString())
                .put("serviceUrl", connector.toString())
                .put("channelId", "msteams")
                .put("locale", "en-US");
        activity.putObject("from")
                .put("id", from.teamsId())
                .put("name", from.name())
                .put("aadObjectId", from.objectId());
        activity.putObject("recipient").put("id", "28:" + World.BOT_APP_ID).put("name", "Slipway");
        activity.putObject("conversation")
                .put("conversationType", "personal")
                .put("tenantId", World.TENANT)
                .put("id", chat);
        activity.putObject("channelData").putObject("tenant").put("id", World.TENANT);
        return activity;
    }
}
