package io.slipway.sandbox.teams;

import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do in Teams: they write, read and press buttons. People go by their alias, such as {@code mia}; rooms are
 * {@code general}, {@code releases}, {@code personal} (the person's chat with Slipway) or a conversation id.
 */
public final class Chats {

    private final World world;
    private final ChatLog log;
    private final Activities activities;
    private final Delivery delivery;
    private final CardClicks clicks;
    private final SignInCards signIns;

    Chats(World world, ChatLog log, Activities activities, Delivery delivery, Clients clients) {
        this.world = world;
        this.log = log;
        this.activities = activities;
        this.delivery = delivery;
        this.clicks = clients.clicks();
        this.signIns = clients.signIns();
    }

    /** The parts of a client that talk to the bot by invokes. */
    record Clients(CardClicks clicks, SignInCards signIns) {}

    /**
     * Whether the bot would answer: it is there and believes that Teams is Teams. Somebody begins to type in a personal
     * chat, which needs no answer and is shown to nobody.
     */
    public boolean botListens() {
        Human somebody = world.humans().getFirst();
        return delivery.listens(activities.typing(somebody, Room.personal(somebody.alias())));
    }

    /** Writes a message, in a channel as the start of a thread. Slipway hears it in channels only when mentioned. */
    public Message say(String person, String room, String text) {
        return write(person, room(person, room), "", text);
    }

    /** Answers in the thread of a message. */
    public Message reply(String person, Message message, String text) {
        return write(person, room(person, message.room()), message.thread(), text);
    }

    private Message write(String alias, Room room, String thread, String text) {
        Human person = human(alias);
        Post post = log.add(room, thread, alias, activities.message(person, room, text));
        if (room.channel() && !Activities.mentionsSlipway(text) || !log.hasSlipway(room.id())) {
            log.change(post.room(), post.id(), p -> p.in(Post.State.DONE));
        } else {
            deliver(room, post);
        }
        return Message.of(post, alias);
    }

    private CompletableFuture<Boolean> deliver(Room room, Post post) {
        ObjectNode activity =
                post.activity().deepCopy().put("id", post.id()).put("serviceUrl", activities.serviceUrl());
        activities.place(activity, room, post.thread());
        return delivery.deliver(activity)
                .whenComplete((good, failure) -> log.change(
                        post.room(),
                        post.id(),
                        p -> p.in(Boolean.TRUE.equals(good) ? Post.State.DONE : Post.State.FAILED)));
    }

    /** Delivers a person's message once more, under its old id: what Teams does when an answer gets lost. */
    public boolean deliverAgain(Message message) {
        Post post = post(message.room(), message.id());
        log.change(post.room(), post.id(), p -> p.in(Post.State.PENDING));
        return await(deliver(room(post.from(), post.room()), post));
    }

    /** Everything in a room as this person sees it, views of their own fetched as their client would. */
    public List<Message> messages(String person, String room) {
        Room found = room(person, room);
        log.in(found.id()).forEach(post -> clicks.refresh(human(person), found, post, true));
        return log.in(found.id()).stream()
                .filter(post -> !hidden(post, person))
                .map(post -> Message.of(post, person))
                .toList();
    }

    private static boolean hidden(Post post, String person) {
        return post.freshFor(person)
                && post.views().get(person).card().path("signedIn").asBoolean(false);
    }

    /** A message as it was last seen by this person. */
    public Message message(String person, String room, String id) {
        return Message.of(post(room(person, room).id(), id), human(person).alias());
    }

    /** A message as this person sees it now. */
    public Message see(String person, Message message) {
        Post post = post(message.room(), message.id());
        clicks.refresh(human(person), room(person, post.room()), post, true);
        return Message.of(post(message.room(), message.id()), person);
    }

    /**
     * Presses a button that this person sees on a message.
     *
     * @param verbOrTitle verb, id or title of the action
     * @throws NoSuchElementException when there is no such button for them
     */
    public Answer click(String person, Message message, String verbOrTitle, Map<String, ?> inputs) {
        ObjectNode action = see(person, message).cards().stream()
                .flatMap(card -> CardActions.find(card, verbOrTitle).stream())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(person + " sees no button " + verbOrTitle + " on: "
                        + see(person, message).readable()));
        return press(person, message, action, inputs);
    }

    /** Presses a button that need not be on the message at all: a forged click, when it is not. */
    public Answer press(String person, Message message, JsonNode action, Map<String, ?> inputs) {
        Post post = post(message.room(), message.id());
        Room room = room(person, post.room());
        if (Json.text(action, "/type").equals("Action.Submit")) {
            return submit(human(person), room, post, CardActions.data(action, inputs));
        }
        return clicks.execute(human(person), room, post, CardActions.invoked(action, inputs));
    }

    private Answer submit(Human person, Room room, Post post, JsonNode data) {
        JsonNode teams = data.path("msteams");
        if (List.of("imBack", "messageBack").contains(Json.text(teams, "/type"))) {
            String text = Json.text(teams, Json.text(teams, "/type").equals("imBack") ? "/value" : "/text");
            write(person.alias(), room, post.thread(), room.channel() ? "@Slipway " + text : text);
            return new Answer.Sent();
        }
        ObjectNode activity = activities.submit(person, room, post, data).put("id", log.activityId());
        return await(delivery.deliver(activity)) ? new Answer.Sent() : new Answer.Broken(0);
    }

    /** Asks for the card anew with the menu entry that people have who do not get it automatically. */
    public Optional<Answer> refresh(String person, Message message) {
        Post post = post(message.room(), message.id());
        return clicks.refresh(human(person), room(person, post.room()), post, false);
    }

    /** Goes on with a click after signing in; the code is what the sign-in page handed over. */
    public Answer signedIn(Answer.SignIn asked, String code) {
        return clicks.signedIn(asked.pending(), code);
    }

    /** Signs in on a sign-in card in a personal chat; true when the bot took the code. */
    public boolean signedIn(String person, Message card, String code) {
        Post post = post(card.room(), card.id());
        return signIns.verify(human(person), room(person, post.room()), post, code);
    }

    /** Adds Slipway to a room as this person, if it was not there: the bot is told as Teams tells it. */
    public boolean add(String person, String room) {
        Room found = room(person, room);
        boolean added = log.addSlipway(found.id());
        if (added) {
            announce(human(person), found, true);
        }
        return added;
    }

    /** Adds Slipway to the team and to this person's chat, unless that was decided before. */
    public void introduce(String person) {
        for (String room : List.of("general", "personal")) {
            if (!log.knowsSlipway(room(person, room).id())) {
                add(person, room);
            }
        }
    }

    /** Takes Slipway out of a room: from then on the connector refuses it there. */
    public void remove(String person, String room) {
        Room found = room(person, room);
        log.removeSlipway(found.id());
        announce(human(person), found, false);
    }

    private void announce(Human by, Room room, boolean added) {
        delivery.deliver(activities.installation(by, room, added));
        delivery.deliver(activities.membership(by, room, added));
    }

    /** From now on this person's client speaks this language, such as {@code de-DE}. */
    public void locale(String person, String locale) {
        activities.locale(human(person).alias(), locale);
    }

    private Post post(String room, String id) {
        return log.find(room, id).orElseThrow(() -> new NoSuchElementException("no message " + id + " in " + room));
    }

    private Human human(String alias) {
        return world.human(alias).orElseThrow(() -> new NoSuchElementException("nobody is called " + alias));
    }

    private Room room(String person, String name) {
        return switch (name) {
            case "general" -> Room.GENERAL;
            case "releases" -> Room.RELEASES;
            case "personal" -> Room.personal(human(person).alias());
            default -> log.room(name).orElseThrow(() -> new NoSuchElementException("no room is called " + name));
        };
    }

    private static boolean await(CompletableFuture<Boolean> done) {
        try {
            return done.get(2 * BotLine.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
