package io.slipway.sandbox.teams;

import tools.jackson.databind.node.ObjectNode;

/** A refusal of the connector, with the status and the body that the real one gives. */
final class ConnectorProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final int retryAfterSeconds;

    ConnectorProblem(int status, String code, String message) {
        this(status, code, message, 0);
    }

    ConnectorProblem(int status, String code, String message, int retryAfterSeconds) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static ConnectorProblem badSyntax(String message) {
        return new ConnectorProblem(400, "BadSyntax", message);
    }

    static ConnectorProblem noConversation() {
        return new ConnectorProblem(404, "ConversationNotFound", "Conversation not found.");
    }

    static ConnectorProblem noActivity() {
        return new ConnectorProblem(404, "ActivityNotFoundInConversation", "Activity not found in conversation.");
    }

    static ConnectorProblem throttled(int retryAfterSeconds) {
        return new ConnectorProblem(429, "Throttled", "Too many requests.", retryAfterSeconds);
    }

    /** What the real service answers with this status. */
    static ConnectorProblem of(Faults.Fault fault) {
        return fault.status() == 429
                ? throttled(fault.retryAfterSeconds())
                : new ConnectorProblem(fault.status(), "ServiceError", "Failed to process the request.");
    }

    int status() {
        return status;
    }

    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    ObjectNode body() {
        ObjectNode body = Json.object();
        if (status == 401) {
            return body.put("message", getMessage());
        }
        body.putObject("error").put("code", code).put("message", getMessage());
        return body;
    }
}
