package io.slipway.sandbox.teams;

import com.nimbusds.jwt.JWTClaimsSet;
import io.javalin.http.Context;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.world.World;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets only Slipway into the connector, and has the troubles that were called up. */
final class ConnectorDoor {

    private static final String AUDIENCE = "https://api.botframework.com";
    private static final int MESSAGE_BYTES = 100 * 1024;

    private final Tokens entra;
    private final Faults faults;

    ConnectorDoor(Tokens entra, Faults faults) {
        this.entra = entra;
        this.faults = faults;
    }

    /** Checks the caller; answers the trouble that was asked for instead of the right answer. */
    void enter(Context ctx) {
        String header = Objects.requireNonNullElse(ctx.header("Authorization"), "");
        JWTClaimsSet claims = Stream.of(header)
                .filter(h -> h.regionMatches(true, 0, "Bearer ", 0, 7))
                .flatMap(h -> entra.claims(h.substring(7).strip()).stream())
                .filter(c -> c.getAudience().contains(AUDIENCE))
                .findFirst()
                .orElseThrow(() ->
                        new ConnectorProblem(401, "Unauthorized", "Authorization has been denied for this request."));
        if (!isSlipway(claims)) {
            throw new ConnectorProblem(403, "Forbidden", "The caller is not the bot of this conversation.");
        }
        faults.take().ifPresent(fault -> {
            throw ConnectorProblem.of(fault);
        });
    }

    private static boolean isSlipway(JWTClaimsSet claims) {
        return Stream.of("appid", "azp").anyMatch(name -> World.BOT_APP_ID.equals(claims.getClaim(name)))
                || World.BOT_PRINCIPAL.equals(claims.getClaim("oid"));
    }

    /** The body as an object. */
    static ObjectNode object(Context ctx) {
        ObjectNode body = Json.objectOrNull(ctx.body());
        if (body == null) {
            throw ConnectorProblem.badSyntax("Invalid JSON in request body.");
        }
        return body;
    }

    /** Refuses activities that Teams refuses. */
    static void check(JsonNode activity) {
        String type = Json.text(activity, "/type");
        if (type.isEmpty()) {
            throw new ConnectorProblem(400, "MissingProperty", "The activity has no 'type'.");
        }
        if (!Stream.of("message", "typing", "trace", "event", "endOfConversation")
                .anyMatch(type::equals)) {
            throw new ConnectorProblem(400, "BadArgument", "Unknown activity type '" + type + "'.");
        }
        if (activity.toString().length() * 2 > MESSAGE_BYTES) {
            throw new ConnectorProblem(413, "MessageSizeTooBig", "Message size too large.");
        }
        if (type.equals("message")
                && Json.text(activity, "/text").isEmpty()
                && activity.path("attachments").isEmpty()) {
            throw ConnectorProblem.badSyntax("The message is empty.");
        }
        Message.attachments(activity, Message.CARD)
                .flatMap(card -> CardCheck.problem(card).stream())
                .findFirst()
                .ifPresent(problem -> {
                    throw ConnectorProblem.badSyntax("Invalid Adaptive Card: " + problem);
                });
    }
}
