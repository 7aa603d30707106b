package io.slipway.sandbox.teams;

import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.World;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Activities in the shape in which Teams sends them to a bot. */
final class Activities {

    static final String BOT_ID = "28:" + World.BOT_APP_ID;
    static final String BOT_NAME = "Slipway";
    private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
    private static final Pattern MENTION = Pattern.compile("@slipway\\b", Pattern.CASE_INSENSITIVE);
    private static final String MENTION_TEXT = "<at>" + BOT_NAME + "</at>";

    private final World world;
    private final Supplier<String> serviceUrl;
    private final Map<String, String> locales = new ConcurrentHashMap<>();

    Activities(World world, Supplier<String> serviceUrl) {
        this.world = world;
        this.serviceUrl = serviceUrl;
    }

    /** From now on this person's client speaks this language. */
    void locale(String person, String locale) {
        locales.put(person, locale);
    }

    String serviceUrl() {
        return serviceUrl.get();
    }

    static boolean mentionsSlipway(String text) {
        return MENTION.matcher(text).find();
    }

    /** Text that a person typed; in the message its id and conversation are still missing. */
    ObjectNode message(Human from, Room room, String typed) {
        ObjectNode activity = envelope("message", from, room);
        boolean mentioned = mentionsSlipway(typed);
        String text = mentioned ? MENTION.matcher(typed).replaceAll(Matcher.quoteReplacement(MENTION_TEXT)) : typed;
        activity.put("text", text).put("textFormat", "plain");
        ObjectNode html = activity.putArray("attachments").addObject();
        html.put("contentType", "text/html").put("content", html(text));
        if (mentioned) {
            ObjectNode mention = activity.withArray("entities").insertObject(0);
            mention.putObject("mentioned").put("id", BOT_ID).put("name", BOT_NAME);
            mention.put("text", MENTION_TEXT).put("type", "mention");
        }
        return activity;
    }

    private static String html(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String mention = "&lt;at&gt;" + BOT_NAME + "&lt;/at&gt;";
        String span = "<span itemscope=\"\" itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">" + BOT_NAME
                + "</span>";
        return "<p>" + escaped.replace(mention, span) + "</p>";
    }

    /** What Action.Submit sends: a message without text. */
    ObjectNode submit(Human from, Room room, Post card, JsonNode value) {
        ObjectNode activity = envelope("message", from, room);
        activity.set("value", value);
        activity.put("replyToId", card.id());
        ObjectNode channelData = activity.withObject("/channelData");
        channelData.putObject("source").put("name", "message");
        channelData.putObject("legacy").put("replyToId", "1:" + card.id());
        place(activity, room, card.thread());
        return activity;
    }

    /** A call that is answered at once. */
    ObjectNode invoke(Human from, Room room, String name, JsonNode value) {
        ObjectNode activity = envelope("invoke", from, room);
        activity.put("id", "f:" + UUID.randomUUID()).put("name", name).set("value", value);
        activity.withObject("/channelData").putObject("source").put("name", "message");
        return activity;
    }

    /** Somebody types. */
    ObjectNode typing(Human from, Room room) {
        return envelope("typing", from, room).put("id", "f:" + UUID.randomUUID());
    }

    /** The app was installed or removed. */
    ObjectNode installation(Human by, Room room, boolean added) {
        ObjectNode activity = envelope("installationUpdate", by, room);
        activity.put("id", "f:" + UUID.randomUUID()).put("action", added ? "add" : "remove");
        activity.withObject("/channelData").putObject("source").put("name", "message");
        return activity;
    }

    /** Slipway became, or is no longer, a member. */
    ObjectNode membership(Human by, Room room, boolean added) {
        ObjectNode activity = envelope("conversationUpdate", by, room);
        activity.put("id", "f:" + UUID.randomUUID());
        activity.putArray(added ? "membersAdded" : "membersRemoved").addObject().put("id", BOT_ID);
        if (room.channel()) {
            ObjectNode channelData = activity.withObject("/channelData");
            channelData.put("eventType", added ? "teamMemberAdded" : "teamMemberRemoved");
            channelData
                    .withObject("/team")
                    .put("aadGroupId", Room.TEAM_GROUP)
                    .put("name", Room.TEAM_NAME)
                    .put("id", Room.TEAM);
        }
        return activity;
    }

    /** Puts the activity into a thread of the room. */
    void place(ObjectNode activity, Room room, String thread) {
        activity.withObject("/conversation").put("id", room.conversation(thread));
    }

    private ObjectNode envelope(String type, Human from, Room room) {
        String locale = locales.getOrDefault(from.alias(), "en-US");
        Instant now = world.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        ObjectNode activity = Json.object();
        activity.put("type", type)
                .put("timestamp", now.toString())
                .put("localTimestamp", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.atZone(ZONE)))
                .put("localTimezone", ZONE.getId())
                .put("serviceUrl", serviceUrl())
                .put("channelId", "msteams")
                .put("locale", locale);
        activity.putObject("from")
                .put("id", from.teamsId())
                .put("name", from.name())
                .put("aadObjectId", from.objectId());
        activity.putObject("recipient").put("id", BOT_ID).put("name", BOT_NAME);
        conversation(activity, room);
        activity.putArray("entities")
                .addObject()
                .put("type", "clientInfo")
                .put("locale", locale)
                .put("country", locale.substring(locale.length() - 2))
                .put("platform", "Web")
                .put("timezone", ZONE.getId());
        return activity;
    }

    private static void conversation(ObjectNode activity, Room room) {
        ObjectNode conversation = activity.putObject("conversation");
        conversation
                .put("conversationType", room.channel() ? "channel" : "personal")
                .put("tenantId", World.TENANT)
                .put("id", room.id());
        ObjectNode channelData = activity.putObject("channelData");
        if (room.channel()) {
            conversation.put("isGroup", true);
            channelData.put("teamsChannelId", room.id()).put("teamsTeamId", Room.TEAM);
            channelData.putObject("channel").put("id", room.id());
            channelData.putObject("team").put("id", Room.TEAM);
        }
        channelData.putObject("tenant").put("id", World.TENANT);
    }
}
