package io.slipway.sandbox.teams;

import io.slipway.sandbox.world.Human;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls the bot when somebody presses a button of a card, and does with the answer what the Teams client does. */
final class CardClicks {

    private static final String ANSWER = "application/vnd.microsoft.";

    private final ChatLog log;
    private final Activities activities;
    private final BotLine line;
    private final SingleSignOn signOn;
    private final Map<String, Click> pending = new ConcurrentHashMap<>();
    private final Set<String> refreshed = ConcurrentHashMap.newKeySet();

    CardClicks(ChatLog log, Activities activities, BotLine line, SingleSignOn signOn) {
        this.log = log;
        this.activities = activities;
        this.line = line;
        this.signOn = signOn;
    }

    /** Who pressed what on which message; {@code login} is the sign-in that was asked for, missing at first. */
    private record Click(Human person, Room room, Post post, ObjectNode value, JsonNode login) {

        Click asked(JsonNode wanted) {
            return new Click(person, room, post, value, wanted);
        }
    }

    /** Presses a button. */
    Answer execute(Human person, Room room, Post post, ObjectNode action) {
        return call(click(person, room, post, action, "manual"));
    }

    /** Fetches this person's own view of the message, if its card offers one and they do not have it yet. */
    Optional<Answer> refresh(Human person, Room room, Post post, boolean automatic) {
        if (post.deleted() || automatic && post.freshFor(person.alias())) {
            return Optional.empty();
        }
        String once = post.room() + post.id() + "/" + post.version() + "/" + person.alias();
        return Message.attachments(post.activity(), Message.CARD)
                .findFirst()
                .flatMap(card -> CardActions.refresh(card, person.teamsId(), automatic))
                .filter(action -> refreshed.add(once) || !automatic)
                .map(action -> CardActions.invoked(action, Map.of()))
                .map(action -> call(click(person, room, post, action, automatic ? "automatic" : "manual")))
                .map(answer -> {
                    if (answer instanceof Answer.Broken) {
                        refreshed.remove(once);
                    }
                    return answer;
                });
    }

    private static Click click(Human person, Room room, Post post, ObjectNode action, String trigger) {
        ObjectNode value = Json.object();
        value.set("action", action);
        value.put("trigger", trigger);
        return new Click(person, room, post, value, value.missingNode());
    }

    /** The person signed in, and the page of the sign-in handed over this code: the click goes on. */
    Answer signedIn(String pendingId, String code) {
        Click click = pending.remove(pendingId);
        if (click == null) {
            return new Answer.Refused("Expired", "This sign-in is over. Press the button on the card again.");
        }
        return call(new Click(
                click.person(),
                click.room(),
                click.post(),
                click.value().deepCopy().put("state", code),
                click.login()));
    }

    private Answer call(Click click) {
        ObjectNode activity = activities.invoke(click.person(), click.room(), "adaptiveCard/action", click.value());
        activity.put("replyToId", click.post().id());
        activities.place(activity, click.room(), click.post().thread());
        return understand(click, line.call(activity));
    }

    private Answer understand(Click click, BotLine.Heard heard) {
        ObjectNode body = heard.body();
        if (!heard.good() || body == null || !body.path("statusCode").isInt()) {
            return new Answer.Broken(heard.status());
        }
        JsonNode value = body.path("value");
        String type = Json.text(body, "/type");
        return switch (type.startsWith(ANSWER) ? type.substring(ANSWER.length()) : type) {
            case "card.adaptive" -> show(click, value);
            case "activity.message" -> new Answer.Toast(value.asString(""));
            case "activity.loginRequest" -> login(click, value);
            case "error.preconditionFailed" -> button(click);
            case "error", "error.incorrectAuthCode", "error.inccorrectAuthCode" ->
                new Answer.Refused(Json.text(value, "/code"), Json.text(value, "/message"));
            default -> new Answer.Broken(heard.status());
        };
    }

    private Answer show(Click click, JsonNode card) {
        Optional<String> wrong = CardCheck.problem(card);
        if (wrong.isPresent()) {
            return new Answer.Broken(200);
        }
        log.change(
                click.post().room(),
                click.post().id(),
                post -> post.seenAs(click.person().alias(), card));
        return new Answer.Card(card);
    }

    private Answer login(Click click, JsonNode wanted) {
        Click asked = click.asked(wanted);
        JsonNode resource = wanted.path("tokenExchangeResource");
        boolean first = click.login().isMissingNode() && !click.value().has("state");
        Optional<String> token = first ? signOn.token(click.person(), Json.text(resource, "/uri")) : Optional.empty();
        if (token.isEmpty()) {
            return button(asked);
        }
        ObjectNode again = click.value().deepCopy();
        again.putObject("authentication")
                .put("id", Json.text(resource, "/id"))
                .put("connectionName", Json.text(wanted, "/connectionName"))
                .put("token", token.get());
        return call(new Click(click.person(), click.room(), click.post(), again, wanted));
    }

    private Answer button(Click click) {
        JsonNode wanted = click.login();
        String id = UUID.randomUUID().toString();
        ObjectNode bare = click.value().deepCopy();
        bare.remove("authentication");
        bare.remove("state");
        pending.put(id, new Click(click.person(), click.room(), click.post(), bare, wanted));
        return new Answer.SignIn(id, Json.text(wanted, "/text"), Json.text(wanted, "/buttons/0/value"));
    }
}
