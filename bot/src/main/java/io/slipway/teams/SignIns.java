package io.slipway.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.cards.Verbs;
import io.slipway.ports.Access;
import io.slipway.ports.Click;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a sign-in that Teams began: by a token of its single sign-on, or by the code of our page. */
final class SignIns {

    private static final Logger log = LoggerFactory.getLogger(SignIns.class);
    private static final String PRECONDITION_FAILED = "application/vnd.microsoft.error.preconditionFailed";
    private static final String WRONG_CODE = "application/vnd.microsoft.error.incorrectAuthCode";

    private final Access access;
    private final SignInCodes codes;
    private final Turn turn;
    private final Executor threads;

    SignIns(Access access, SignInCodes codes, Turn turn, Executor threads) {
        this.access = access;
        this.codes = codes;
        this.turn = turn;
        this.threads = threads;
    }

    /** The press on a card may bring a sign-in along; the answer when that is no good. */
    Optional<InvokeAnswer> alongWith(Click click, JsonNode value) {
        Person person = click.from();
        Optional<Click> asked = Optional.of(click)
                .filter(press -> press.verb().equals(Verbs.SIGN_IN))
                .filter(press -> person.id().equals(press.data().get("person")));
        JsonNode authentication = value.path("authentication");
        if (authentication.isObject()) {
            return exchanged(person, TeamsJson.text(authentication.path("token")), asked)
                    .map(failure -> InvokeAnswer.error(412, PRECONDITION_FAILED, failure));
        }
        String code = TeamsJson.text(value.path("state"));
        return code.isEmpty() || verified(person, code, asked)
                ? Optional.empty()
                : Optional.of(InvokeAnswer.error(401, WRONG_CODE, "The code is wrong or has run out."));
    }

    /** Teams' client brings a token of the person for us. */
    InvokeAnswer exchange(Person person, JsonNode value) {
        ObjectNode body = TeamsJson.object()
                .put("id", TeamsJson.text(value.path("id")))
                .put("connectionName", TeamsJson.text(value.path("connectionName")));
        return exchanged(person, TeamsJson.text(value.path("token")), Optional.empty())
                .map(failure ->
                        new InvokeAnswer(412, body.put("failureDetail", failure).toString()))
                .orElseGet(() -> new InvokeAnswer(200, body.toString()));
    }

    /** Teams' client brings the code that our page gave it. */
    InvokeAnswer verify(Person person, JsonNode value) {
        return verified(person, TeamsJson.text(value.path("state")), Optional.empty())
                ? InvokeAnswer.DONE
                : new InvokeAnswer(412, InvokeAnswer.body(412, WRONG_CODE).toString());
    }

    private Optional<String> exchanged(Person person, String token, Optional<Click> asked) {
        if (token.isEmpty()) {
            return Optional.of("No token came along.");
        }
        try {
            access.signedIn(person, token);
        } catch (Problem e) {
            log.info("sign-in person={} failed: {}", person.id(), e.getMessage());
            return Optional.of(e.getMessage());
        }
        takeUp(person, asked);
        return Optional.empty();
    }

    private boolean verified(Person person, String code, Optional<Click> asked) {
        boolean right = !code.isEmpty() && codes.take(person.id(), code);
        if (right) {
            takeUp(person, asked);
        }
        return right;
    }

    private void takeUp(Person person, Optional<Click> asked) {
        log.info("sign-in person={} done", person.id());
        afterwards(() -> turn.takeUp(person, asked));
    }

    private void afterwards(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (Problem e) {
                log.warn("after a sign-in: {}", e.getMessage());
            }
        });
    }
}
