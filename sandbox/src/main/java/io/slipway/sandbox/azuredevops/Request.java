package io.slipway.sandbox.azuredevops;

import io.javalin.http.Context;
import io.slipway.sandbox.azuredevops.People.Right;
import io.slipway.sandbox.http.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request of somebody who was let in.
 *
 * @param http the request itself
 * @param caller who asks
 */
record Request(Context http, Identity caller, Estate estate) {

    String path(String name) {
        return http.pathParam(name);
    }

    int number(String name) {
        try {
            return Integer.parseInt(path(name));
        } catch (NumberFormatException e) {
            throw new Refusal(
                    400,
                    "Microsoft.VisualStudio.Services.WebApi.VssInvalidPathException",
                    "The value '" + path(name) + "' is not valid for '" + name + "'.");
        }
    }

    Optional<String> query(String name) {
        return http.queryParamMap().entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .flatMap(e -> e.getValue().stream())
                .filter(v -> !v.isBlank())
                .findFirst();
    }

    List<String> queries(String name) {
        return query(name)
                .map(v -> Arrays.stream(v.split(",")).map(String::strip).toList())
                .orElse(List.of());
    }

    int count(String name, int otherwise) {
        try {
            return query(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("A value for '" + name + "' must be a number.");
        }
    }

    JsonNode json() {
        JsonNode body = Json.read(http.body());
        if (!body.isObject() && !body.isArray()) {
            throw Refusal.nullArgument("body");
        }
        return body;
    }

    void need(Right right, String resource) {
        if (!estate.people.may(caller, right)) {
            throw Refusal.accessDenied(caller.name(), right.title(), resource);
        }
    }

    BuildRun run(String name) {
        int id = number(name);
        return estate.run(id)
                .orElseThrow(() -> new Refusal(
                        404,
                        "Microsoft.TeamFoundation.Build.WebApi.BuildNotFoundException",
                        "The requested build " + id + " could not be found."));
    }
}
