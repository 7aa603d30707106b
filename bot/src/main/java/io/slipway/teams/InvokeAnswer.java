package io.slipway.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The HTTP answer to an invoke.
 *
 * @param json empty for no body
 */
record InvokeAnswer(int status, String json) {

    static final InvokeAnswer DONE = new InvokeAnswer(200, "");

    /** The envelope in which presses on cards are answered. */
    static ObjectNode body(int statusCode, String type) {
        return TeamsJson.object().put("statusCode", statusCode).put("type", type);
    }

    static InvokeAnswer error(int statusCode, String type, String message) {
        ObjectNode body = body(statusCode, type);
        body.putObject("value").put("code", String.valueOf(statusCode)).put("message", message);
        return new InvokeAnswer(200, body.toString());
    }
}
