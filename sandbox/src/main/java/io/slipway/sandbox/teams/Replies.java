package io.slipway.sandbox.teams;

import io.javalin.http.Context;

/** Writes JSON answers. */
final class Replies {

    private Replies() {}

    static void json(Context ctx, int status, Object body) {
        ctx.status(status).contentType("application/json; charset=utf-8").result(Json.MAPPER.writeValueAsBytes(body));
    }
}
