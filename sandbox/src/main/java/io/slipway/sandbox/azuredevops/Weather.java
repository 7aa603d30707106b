package io.slipway.sandbox.azuredevops;

import io.javalin.http.Context;
import io.slipway.sandbox.http.Json;
import java.nio.charset.StandardCharsets;

/** Bad days that a test can ask for: the service is down, or there were too many requests. */
final class Weather {

    private Weather() {}

    /** False when the request was answered with the bad day's answer. */
    static boolean fair(Context http, Mischief mischief) {
        if (mischief.down()) {
            http.status(503)
                    .contentType("text/html; charset=utf-8")
                    .result("<html><head><title>Service unavailable</title></head><body>TF400898: The service is"
                            + " unavailable.</body></html>");
            return false;
        }
        int seconds = mischief.refusedFor();
        if (seconds > 0) {
            Refusal refusal = new Refusal(
                    429,
                    "Microsoft.TeamFoundation.Framework.Server.RequestBlockedException",
                    "TF400733: The request has been canceled: Request was blocked due to exceeding usage of resource"
                            + " 'Concurrency' in namespace 'User.'. For more information on why your request was"
                            + " blocked, see the topic \"Rate limits\" on the Microsoft Web site.");
            http.status(429)
                    .header("Retry-After", String.valueOf(seconds))
                    .header("X-RateLimit-Resource", "Concurrency")
                    .header("X-RateLimit-Limit", "200")
                    .header("X-RateLimit-Remaining", "0")
                    .contentType("application/json; charset=utf-8")
                    .result(Json.write(refusal.body()).getBytes(StandardCharsets.UTF_8));
            return false;
        }
        return true;
    }
}
