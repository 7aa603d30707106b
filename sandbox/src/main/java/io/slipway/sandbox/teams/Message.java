package io.slipway.sandbox.teams;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A message as one person sees it at this moment.
 *
 * @param room conversation id without the thread
 * @param thread id of the message that began the thread, empty in personal chats
 * @param from alias of a person, or {@code slipway}
 * @param text what it says outside of cards
 * @param cards Adaptive Cards in it, the person's own view where there is one
 * @param failed true when a person's message could not be brought to Slipway
 */
public record Message(
        String id,
        String room,
        String thread,
        String from,
        String text,
        List<JsonNode> cards,
        boolean edited,
        boolean deleted,
        boolean failed) {

    static final String CARD = "application/vnd.microsoft.card.adaptive";

    static Message of(Post post, String person) {
        return new Message(
                post.id(),
                post.room(),
                post.thread(),
                post.from(),
                post.deleted() ? "" : Json.text(post.activity(), "/text"),
                post.deleted() ? List.of() : cards(post, person),
                post.version() > 0,
                post.deleted(),
                post.state() == Post.State.FAILED);
    }

    /** The cards of a message, as this person sees them. */
    static List<JsonNode> cards(Post post, String person) {
        if (post.freshFor(person)
                && Json.text(post.views().get(person).card(), "/type").equals("AdaptiveCard")) {
            return List.of(post.views().get(person).card());
        }
        return attachments(post.activity(), CARD).toList();
    }

    static Stream<JsonNode> attachments(JsonNode activity, String contentType) {
        return StreamSupport.stream(activity.path("attachments").spliterator(), false)
                .filter(attachment -> Json.text(attachment, "/contentType").equals(contentType))
                .map(attachment -> attachment.path("content"));
    }

    /** The first card. */
    public Optional<JsonNode> card() {
        return cards.stream().findFirst();
    }

    /** All that can be read in the message, cards included: what a person would search it by. */
    public String readable() {
        return Stream.concat(Stream.of(text), cards.stream().flatMap(Message::words))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> words(JsonNode node) {
        Stream<String> own = Stream.of("text", "title", "value", "label", "altText")
                .map(node::path)
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
        Stream<String> inner = StreamSupport.stream(node.spliterator(), false)
                .filter(JsonNode::isContainer)
                .flatMap(Message::words);
        return Stream.concat(own, inner);
    }
}
