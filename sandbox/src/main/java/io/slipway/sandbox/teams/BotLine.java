package io.slipway.sandbox.teams;

import com.nimbusds.jwt.JWTClaimsSet;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The line over which Teams calls the bot: each activity carries a token like the real service's. */
final class BotLine {

    /** So long Teams waits for an answer. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final World world;
    private final Tokens tokens;
    private final URI bot;
    private final Traffic traffic;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    BotLine(World world, Tokens botFrameworkTokens, URI bot, Traffic traffic, Duration patience) {
        this.world = world;
        this.tokens = botFrameworkTokens;
        this.bot = bot;
        this.traffic = traffic;
        this.patience = patience;
    }

    /**
     * What came back.
     *
     * @param status HTTP status, 0 when nobody answered
     * @param body the answer's object, null when there is none
     */
    record Heard(int status, @Nullable ObjectNode body) {

        boolean good() {
            return status >= 200 && status < 300;
        }

        /** Nobody there, or a gateway that says so: worth another try. */
        boolean nobodyThere() {
            return status == 0 || status == 429 || status >= 502 && status <= 504;
        }
    }

    /** Calls the bot once and waits for its answer. */
    Heard call(ObjectNode activity) {
        String request =
                activity.path("type").asString() + " " + activity.path("name").asString("");
        Heard heard = answer(activity);
        traffic.toBot(request.strip(), heard.status(), activity, heard.body());
        return heard;
    }

    private Heard answer(ObjectNode activity) {
        HttpRequest request = HttpRequest.newBuilder(bot)
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .header(
                        "Authorization",
                        "Bearer " + token(activity.path("serviceUrl").asString()))
                .header("User-Agent", "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(activity)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Heard(response.statusCode(), Json.objectOrNull(response.body()));
        } catch (IOException e) {
            return new Heard(0, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Heard(0, null);
        }
    }

    private String token(String serviceUrl) {
        Instant now = world.clock().wall();
        return tokens.sign(new JWTClaimsSet.Builder()
                .issuer("https://api.botframework.com")
                .audience(World.BOT_APP_ID)
                .claim("serviceurl", serviceUrl)
                .notBeforeTime(Date.from(now.minusSeconds(300)))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .build());
    }
}
