package io.slipway.sandbox.dataverse;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several requests in one. Each goes the way of a single request; a change set stops at its first failure, but what it
 * did before is not taken back, unlike in the service.
 */
final class Batch {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";\\s]+)");
    private static final Pattern REQUEST = Pattern.compile("(?m)^(GET|POST|PATCH|PUT|DELETE) (\\S+) HTTP/1\\.1\\s*$");
    private static final Set<String> PASSED_ON =
            Set.of("accept", "content-type", "prefer", "if-match", "if-none-match");
    private static final String NEW_LINE = "\r\n";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Context ctx;
    private final String base;

    Batch(Context ctx, String base) {
        this.ctx = ctx;
        this.base = base;
    }

    void answer() {
        String boundary = "batchresponse_" + UUID.randomUUID();
        StringBuilder answers = new StringBuilder();
        for (String part : parts(String.valueOf(ctx.header("Content-Type")), ctx.body())) {
            answers.append("--").append(boundary).append(NEW_LINE);
            answers.append(part.contains("multipart/mixed") ? changeSet(part) : shown(send(part), ""));
        }
        answers.append("--").append(boundary).append("--").append(NEW_LINE);
        ctx.contentType("multipart/mixed; boundary=" + boundary).result(answers.toString());
    }

    private String changeSet(String set) {
        String boundary = "changesetresponse_" + UUID.randomUUID();
        StringBuilder answers = new StringBuilder();
        for (String part : parts(set, set)) {
            HttpResponse<String> response = send(part);
            if (response.statusCode() >= 400) {
                return shown(response, "");
            }
            answers.append("--").append(boundary).append(NEW_LINE).append(shown(response, header(part, "content-id")));
        }
        return "Content-Type: multipart/mixed; boundary=" + boundary + NEW_LINE + NEW_LINE + answers + "--" + boundary
                + "--" + NEW_LINE;
    }

    private HttpResponse<String> send(String part) {
        Matcher line = REQUEST.matcher(part);
        if (!line.find()) {
            throw new Refusal(400, "0x80048d19", "Error processing batch request: a part is no HTTP request.");
        }
        URI uri = URI.create(line.group(2)).isAbsolute()
                ? URI.create(line.group(2))
                : URI.create(base).resolve(line.group(2));
        if (!uri.toString().startsWith(base)) {
            throw new Refusal(400, "0x80048d19", "Error processing batch request: " + uri + " is not of this service.");
        }
        String[] headAndBody = part.substring(line.end()).stripLeading().split("\r?\n\r?\n", 2);
        String body = headAndBody.length > 1 ? headAndBody[1].strip() : "";
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Authorization", String.valueOf(ctx.header("Authorization")))
                .method(line.group(1), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers(headAndBody[0]).forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refusal(500, "0x80040216", "An unexpected error occurred.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(500, "0x80040216", "An unexpected error occurred.");
        }
    }

    private static Map<String, String> headers(String head) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : PASSED_ON) {
            String value = header(head, name);
            if (!value.isEmpty()) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static String shown(HttpResponse<String> response, String contentId) {
        StringBuilder text = new StringBuilder(
                "Content-Type: application/http" + NEW_LINE + "Content-Transfer-Encoding: binary" + NEW_LINE);
        if (!contentId.isEmpty()) {
            text.append("Content-ID: ").append(contentId).append(NEW_LINE);
        }
        text.append(NEW_LINE)
                .append("HTTP/1.1 ")
                .append(response.statusCode())
                .append(' ')
                .append(reason(response));
        text.append(NEW_LINE);
        for (String name : List.of("Content-Type", "OData-Version", "OData-EntityId", "Location")) {
            Optional<String> value = response.headers().firstValue(name);
            value.ifPresent(v -> text.append(name).append(": ").append(v).append(NEW_LINE));
        }
        return text.append(NEW_LINE).append(response.body()).append(NEW_LINE).toString();
    }

    private static String reason(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            default -> "Status";
        };
    }

    private static List<String> parts(String typed, String body) {
        Matcher boundary = BOUNDARY.matcher(typed);
        if (!boundary.find()) {
            throw new Refusal(400, "0x80048d19", "Error processing batch request: the boundary is missing.");
        }
        List<String> pieces = new ArrayList<>(Arrays.asList(body.split("--" + Pattern.quote(boundary.group(1)))));
        pieces.removeFirst();
        return pieces.stream().filter(p -> !p.startsWith("--") && !p.isBlank()).toList();
    }

    private static String header(String text, String name) {
        Matcher matcher = Pattern.compile("(?im)^" + name + ":[ \t]*(.*?)\\s*$").matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
