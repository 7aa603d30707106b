package io.slipway.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import com.microsoft.bot.schema.RoleTypes;
import io.slipway.alm.Person;
import io.slipway.ports.Click;
import io.slipway.ports.Message;
import io.slipway.ports.Room;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns activities of Teams into our own nouns, and refuses those that lack what the nouns need. */
final class Arrivals {

    private static final int LONGEST_ID = 340;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

    private final boolean loopback;

    /** @param loopback test clients know no Entra: whoever talks is taken by the id of the client */
    Arrivals(boolean loopback) {
        this.loopback = loopback;
    }

    /** What this activity means to us. */
    Arrival arrival(Activity activity) {
        return switch (activity.getType()) {
            case "message" -> fromBot(activity) ? new Arrival.Ignored() : said(activity);
            case "conversationUpdate" -> added(activity, us(activity, activity.getMembersAdded()));
            case "installationUpdate" ->
                added(activity, String.valueOf(activity.getAction()).startsWith("add"));
            default -> new Arrival.Ignored();
        };
    }

    private Arrival said(Activity activity) {
        boolean words = activity.getText() != null && !activity.getText().isBlank();
        return !words && verb(json(activity.getValue())) != null
                ? new Arrival.Pressed(submitted(activity), activity.getId())
                : new Arrival.Typed(message(activity), activity.getId());
    }

    private Arrival added(Activity activity, boolean us) {
        return us ? new Arrival.Added(room(activity), key(activity)) : new Arrival.Ignored();
    }

    private static boolean fromBot(Activity activity) {
        return activity.getFrom() != null
                && (activity.getFrom().getRole() == RoleTypes.BOT
                        || String.valueOf(activity.getFrom().getId()).startsWith("28:"));
    }

    private static @Nullable String verb(JsonNode value) {
        return value.path("verb").isTextual()
                ? value.get("verb").textValue()
                : value.path("action").textValue();
    }

    /** What makes an activity the same when it is delivered again. */
    String key(Activity activity) {
        return id(conversation(activity).getId(), "conversation") + "|" + id(activity.getId(), "activity");
    }

    private Message message(Activity activity) {
        return new Message(key(activity), room(activity), person(activity), TypedText.of(activity), locale(activity));
    }

    /** A press on a button of an old card, which arrives as a message without words. */
    private Click submitted(Activity activity) {
        JsonNode value = json(activity.getValue());
        return click(activity, Objects.requireNonNullElse(verb(value), ""), value, false);
    }

    /** A press on a button, or a client that refreshes a card. */
    Click executed(Activity activity) {
        JsonNode value = json(activity.getValue());
        JsonNode action = value.path("action");
        if (!action.isObject() || !action.path("verb").isTextual()) {
            throw new Unwelcome(400, "an action without a verb");
        }
        boolean automatic = "automatic".equalsIgnoreCase(TeamsJson.text(value.path("trigger")));
        return click(activity, action.get("verb").asText(), action.path("data"), automatic);
    }

    private Click click(Activity activity, String verb, JsonNode data, boolean automatic) {
        String card = activity.getReplyToId() == null ? "" : id(activity.getReplyToId(), "card");
        return new Click(
                key(activity), room(activity), card, person(activity), verb, flat(data), automatic, locale(activity));
    }

    private Room room(Activity activity) {
        ConversationAccount conversation = conversation(activity);
        String id = id(conversation.getId(), "conversation");
        JsonNode data = json(activity.getChannelData());
        Optional<String> team = named(data.path("team").path("id"));
        Room.Kind kind = kind(conversation, team);
        Optional<String> channel = kind == Room.Kind.CHANNEL
                ? named(data.path("channel").path("id")).or(() -> Optional.of(id.split(";", 2)[0]))
                : Optional.empty();
        String tenant = named(data.path("tenant").path("id"))
                .or(() -> Optional.ofNullable(conversation.getTenantId()))
                .orElse("");
        return new Room(id, kind, service(activity), tenant, channel, team);
    }

    private static Room.Kind kind(ConversationAccount conversation, Optional<String> team) {
        String type = conversation.getConversationType() == null ? "" : conversation.getConversationType();
        return switch (type) {
            case "personal" -> Room.Kind.PERSONAL;
            case "groupChat" -> Room.Kind.GROUP;
            case "channel" -> Room.Kind.CHANNEL;
            default -> team.isPresent() ? Room.Kind.CHANNEL : Room.Kind.PERSONAL;
        };
    }

    Person person(Activity activity) {
        ChannelAccount from = activity.getFrom();
        if (from == null) {
            throw new Unwelcome(400, "nobody sent it");
        }
        String teamsId = id(from.getId(), "sender");
        String object = from.getAadObjectId() == null && loopback ? teamsId : id(from.getAadObjectId(), "sender");
        return new Person(object, from.getName() == null ? "" : from.getName(), teamsId);
    }

    private static boolean us(Activity activity, List<ChannelAccount> people) {
        String bot =
                activity.getRecipient() == null ? null : activity.getRecipient().getId();
        return bot != null && people != null && people.stream().anyMatch(p -> p != null && bot.equals(p.getId()));
    }

    static JsonNode json(Object any) {
        return any == null ? NullNode.getInstance() : TeamsJson.MAPPER.valueToTree(any);
    }

    private static URI service(Activity activity) {
        try {
            URI service = URI.create(String.valueOf(activity.getServiceUrl()));
            if (service.getHost() != null
                    && ("https".equals(service.getScheme()) || "http".equals(service.getScheme()))) {
                return service;
            }
        } catch (IllegalArgumentException e) {
            throw new Unwelcome(400, "no service address");
        }
        throw new Unwelcome(400, "no service address");
    }

    private static ConversationAccount conversation(Activity activity) {
        if (activity.getConversation() == null) {
            throw new Unwelcome(400, "no conversation");
        }
        return activity.getConversation();
    }

    private static Optional<String> named(JsonNode id) {
        return Optional.of(TeamsJson.text(id)).filter(s -> !s.isBlank()).map(s -> id(s, "channel data"));
    }

    private static String id(String id, String of) {
        if (id == null
                || id.isBlank()
                || id.length() > LONGEST_ID
                || !id.codePoints().allMatch(Arrivals::fit)) {
            throw new Unwelcome(400, "no usable id of the " + of);
        }
        return id;
    }

    /** Databases and logs take neither control characters nor halves of characters. */
    private static boolean fit(int character) {
        return !Character.isISOControl(character)
                && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }

    private static Locale locale(Activity activity) {
        String tag = activity.getLocale();
        return tag != null && LANGUAGE.matcher(tag).matches() ? Locale.forLanguageTag(tag) : Locale.ENGLISH;
    }

    private static Map<String, String> flat(JsonNode data) {
        Map<String, String> flat = new HashMap<>();
        if (data.isObject()) {
            data.properties().stream()
                    .filter(field -> !field.getKey().equals("msteams")
                            && !field.getValue().isNull())
                    .forEach(field -> flat.put(
                            field.getKey(),
                            field.getValue().isContainerNode()
                                    ? field.getValue().toString()
                                    : field.getValue().asText()));
        }
        return flat;
    }
}
