package io.slipway.contracts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operations of Azure DevOps: tells what is wrong with a request that was sent. */
public final class Operations {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private final Contracts contracts;
    private final List<JsonNode> known;
    private final Map<String, JsonNode> specs = new HashMap<>();

    public Operations(Contracts contracts) {
        this.contracts = contracts;
        this.known = Swagger.stream(
                        contracts.read("azure-devops/operations.json").path("operations"))
                .toList();
    }

    /** What is wrong with the request, empty when nothing is. */
    public List<String> faults(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        String line = request.getMethod() + " " + url.encodedPath();
        Optional<JsonNode> found = known.stream()
                .filter(o -> o.path("method").asString("").equals(request.getMethod())
                        && matches(o.path("path").asString(""), url))
                .min(Comparator.comparingInt(Operations::placeholders));
        if (found.isEmpty()) {
            return List.of(line + " is no known operation");
        }
        List<String> faults = new ArrayList<>();
        JsonNode operation = found.get();
        String version = operation.path("apiVersion").asString("");
        if (!version.equals(url.queryParameter("api-version"))) {
            faults.add("api-version should be " + version);
        }
        JsonNode spec = specs.computeIfAbsent(
                operation.path("spec").asString(""), name -> contracts.read("azure-devops/" + name));
        parameters(operation, new Swagger(spec), spec, request, faults);
        return faults.stream().map(fault -> line + ": " + fault).toList();
    }

    private void parameters(
            JsonNode operation, Swagger swagger, JsonNode spec, RecordedRequest request, List<String> faults) {
        Map<String, JsonNode> query = new HashMap<>();
        Optional<JsonNode> body = Optional.empty();
        JsonNode declared = spec.path("paths")
                .path(operation.path("path").asString(""))
                .path(request.getMethod().toLowerCase(Locale.ROOT))
                .path("parameters");
        for (JsonNode reference : Swagger.stream(declared).toList()) {
            JsonNode parameter = swagger.resolve(reference);
            switch (parameter.path("in").asString("")) {
                case "query" -> query.put(parameter.path("name").asString(""), parameter);
                case "body" -> body = Optional.of(parameter.path("schema"));
                default -> { // in the path
                }
            }
        }
        query(query, request.getUrl(), faults);
        body(body, swagger, request, faults);
    }

    private static void query(Map<String, JsonNode> declared, HttpUrl url, List<String> faults) {
        for (String name : url.queryParameterNames()) {
            JsonNode parameter = declared.get(name);
            if (parameter == null) {
                faults.add("the parameter " + name + " is not declared");
                continue;
            }
            List<String> values = Swagger.stream(parameter.path("enum"))
                    .map(v -> v.asString(""))
                    .toList();
            String[] given = String.valueOf(url.queryParameter(name)).split(",");
            if (!values.isEmpty() && !values.containsAll(Arrays.asList(given))) {
                faults.add("the parameter " + name + " should be of " + values);
            }
        }
    }

    private static void body(Optional<JsonNode> schema, Swagger swagger, RecordedRequest request, List<String> faults) {
        boolean sent = request.getBody() != null && request.getBody().size() > 0;
        if (schema.isEmpty() || !sent) {
            if (schema.isPresent() != sent) {
                faults.add(sent ? "it takes no body" : "its body is missing");
            }
            return;
        }
        String type = String.valueOf(request.getHeaders().get("Content-Type"));
        if (!type.startsWith("application/json")) {
            faults.add("it is sent as " + type);
        }
        faults.addAll(
                swagger.faults(schema.get(), MAPPER.readTree(request.getBody().utf8())));
    }

    /** Of several routes that fit, the service takes the one that says most. */
    private static int placeholders(JsonNode operation) {
        return operation.path("path").asString("").split("\\{").length;
    }

    private static boolean matches(String template, HttpUrl url) {
        String pattern = Arrays.stream(template.split("(?=\\{)|(?<=})"))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .reduce("", String::concat);
        String optionalTimeline = pattern.replaceFirst("/\\\\E\\[\\^/]\\+$", "\\\\E(?:/[^/]+)?");
        String used = template.endsWith("{timelineId}") ? optionalTimeline : pattern;
        return url.encodedPath().matches("(?i)" + used);
    }
}
