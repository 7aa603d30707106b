package io.slipway.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The ways in which Microsoft's services say what went wrong: Azure DevOps, OData and the Bot Connector, Entra. */
record ServiceError(
        @Nullable String message,
        @Nullable JsonNode error,
        @Nullable String error_description) {

    String words() {
        if (message != null) {
            return message;
        }
        if (error_description != null) {
            return error_description.lines().findFirst().orElse("");
        }
        return error != null && error.isObject() ? error.path("message").asString("") : "";
    }
}
