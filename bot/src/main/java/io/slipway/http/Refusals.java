package io.slipway.http;

import io.slipway.alm.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns an answer that is not what was asked for into a problem with words for people. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Http.class);
    private static final int LONGEST = 500;

    private Refusals() {}

    /** Passes good answers. */
    static void check(Call call, Answer answer) {
        boolean signInPage = answer.status() == 203 || answer.status() == 302;
        if (answer.success() && !signInPage) {
            return;
        }
        log(call, answer);
        throw signInPage ? unknownCaller(call, answer) : problem(call, answer);
    }

    /** Passes answers that are JSON: some services send a sign-in page with status 200. */
    static void checkJson(Call call, Answer answer) {
        if (answer.page()) {
            log(call, answer);
            throw unknownCaller(call, answer);
        }
    }

    static Problem unreadable(Call call, Answer answer, Problem.Broken cause) {
        log(call, answer);
        return new Problem.Broken(
                call.service
                        + " answered in a way that Slipway does not understand. Tell whoever runs Slipway, with the id "
                        + answer.correlation() + ".",
                cause);
    }

    private static Problem problem(Call call, Answer answer) {
        int status = answer.status();
        if (call.busy.contains(status) || status == 408 || status == 425 || status == 429 || status >= 500) {
            return busy(call, answer);
        }
        return switch (status) {
            case 401 -> unknownCaller(call, answer);
            case 403 -> new Problem.Refused(forbidden(call, answer));
            default -> new Problem.Refused(call.service + " refused it" + said(answer, " (" + status + ")"));
        };
    }

    private static Problem busy(Call call, Answer answer) {
        String why = answer.status() == 429 ? " asks Slipway to slow down." : " has trouble just now.";
        return new Problem.Unavailable(
                call.service + why + " Slipway tries again by itself.", answer.retryAfter(), null);
    }

    private static Problem unknownCaller(Call call, Answer answer) {
        if (call.actor == Call.Actor.PERSON) {
            call.unknown.run();
            return new Problem.SignInNeeded(
                    call.service + " wants you to sign in again. After that, Slipway goes on where you were.",
                    Claims.of(answer.headers().values("WWW-Authenticate")));
        }
        String needs = call.right.isEmpty() ? "access to it" : call.right;
        return new Problem.Refused(
                call.service + " does not know Slipway's own identity. An administrator has to add it "
                        + "there and give it " + needs + ".");
    }

    private static String forbidden(Call call, Answer answer) {
        String who = call.actor == Call.Actor.PERSON ? "You lack" : "Slipway's own identity lacks";
        String what = call.right.isEmpty() ? "a permission for this" : "the permission " + call.right;
        return who + " " + what + " in " + call.service + said(answer, "") + " Ask its administrator for it.";
    }

    private static String said(Answer answer, String otherwise) {
        String words = Redaction.of(answer.message()).strip();
        if (words.isEmpty()) {
            return otherwise + ".";
        }
        String shown = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
        return ": " + shown + (shown.endsWith(".") || shown.endsWith("…") ? "" : ".");
    }

    private static void log(Call call, Answer answer) {
        LOG.warn(
                "http status={} service=\"{}\" method={} url={} correlation={} activity={} message=\"{}\"",
                answer.status(),
                call.service,
                call.method,
                Redaction.of(call.uri.toString()),
                answer.correlation(),
                answer.header("ActivityId")
                        .or(() -> answer.header("x-ms-service-request-id"))
                        .orElse("-"),
                Redaction.of(answer.message()));
    }
}
