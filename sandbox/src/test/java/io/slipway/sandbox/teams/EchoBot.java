package io.slipway.sandbox.teams;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A small bot over real HTTP: remembers what it heard, repeats messages, answers invokes as the test says. */
final class EchoBot implements AutoCloseable {

    final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    volatile Function<JsonNode, ObjectNode> invokes =
            activity -> invoke(200, "application/vnd.microsoft.activity.message", "ok");
    volatile @Nullable String card;
    volatile int status = 200;
    /** So many requests stay without an answer. */
    final AtomicInteger silent = new AtomicInteger();

    private final HttpServer server;
    private final Tokens entra;
    private final HttpClient http = HttpClient.newHttpClient();

    EchoBot(Tokens entra) throws IOException {
        this.entra = entra;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/messages", this::receive);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/messages");
    }

    /** Serves a page of the bot's own, such as the end of a sign-in. */
    URI page(String html) {
        server.createContext("/page", exchange -> {
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        return address().resolve("/page");
    }

    static ObjectNode invoke(int status, String type, Object value) {
        ObjectNode body = Json.object().put("statusCode", status).put("type", type);
        body.set("value", Json.MAPPER.valueToTree(value));
        return body;
    }

    private void receive(HttpExchange exchange) throws IOException {
        JsonNode activity = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
        heard.add(activity);
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = new byte[0];
        if (silent.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return;
        }
        if (Json.text(activity, "/type").equals("invoke")) {
            body = Json.MAPPER.writeValueAsBytes(invokes.apply(activity));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
        } else if (Json.text(activity, "/type").equals("message") && status == 200) {
            repeat(activity);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void repeat(JsonNode activity) {
        send(activity, card == null ? text("You said: " + Json.text(activity, "/text")) : card());
    }

    ObjectNode card() {
        ObjectNode message = Json.object().put("type", "message");
        ObjectNode attachment = message.putArray("attachments").addObject();
        attachment.put("contentType", Message.CARD).set("content", Json.MAPPER.readTree(card));
        return message;
    }

    static ObjectNode text(String text) {
        return Json.object().put("type", "message").put("text", text);
    }

    HttpResponse<String> send(JsonNode answered, ObjectNode message) {
        String path = "v3/conversations/" + encoded(Json.text(answered, "/conversation/id")) + "/activities/"
                + Json.text(answered, "/id");
        return call("POST", Json.text(answered, "/serviceUrl") + path, message.toString());
    }

    static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    HttpResponse<String> call(String method, String url, String body) {
        return callAs(token("https://api.botframework.com", World.BOT_APP_ID), method, url, body);
    }

    HttpResponse<String> callAs(String token, String method, String url, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String token(String audience, String app) {
        Instant far = Instant.parse("2099-01-01T00:00:00Z");
        return entra.sign(new JWTClaimsSet.Builder()
                .audience(audience)
                .claim("appid", app)
                .expirationTime(Date.from(far))
                .build());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
