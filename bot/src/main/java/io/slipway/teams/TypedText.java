package io.slipway.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Entity;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What a person typed, without the markup that Teams puts around it: mentions, links, line breaks, entities. */
final class TypedText {

    private static final Pattern MENTION = Pattern.compile("(?is)<at(?:\\s[^<>]*)?>([^<>]*)</at>");
    private static final Pattern LINK =
            Pattern.compile("(?is)<a\\s[^<>]{0,4000}?href\\s*=\\s*[\"']([^\"'<>]*)[\"'][^<>]*>([^<>]*)</a>");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\[(https?://[^\\]\\s]+)]\\((https?://[^)\\s]+)\\)");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</(?:p|div|li)>");
    private static final Pattern TAG =
            Pattern.compile("(?i)</?(?:p|div|span|b|strong|i|em|u|ul|ol|li|code|pre)(?:\\s[^<>]*)?>");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200D\\u2060\\uFEFF\\p{Cntrl}&&[^\\n]]");

    private TypedText() {}

    /** The words of a message to us. */
    static String of(Activity activity) {
        String text = activity.getText() == null ? "" : activity.getText();
        if (text.indexOf('<') >= 0) {
            text = withoutMentions(text, activity);
            text = LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(" " + link.group(1) + " "));
            text = TAG.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll("");
        }
        if (text.indexOf('[') >= 0) {
            text = MARKDOWN_LINK.matcher(text).replaceAll("$2");
        }
        text = HtmlUtils.htmlUnescape(text)
                .replace('\u00A0', ' ')
                .replace("\r\n", "\n")
                .replace('\t', ' ');
        return INVISIBLE.matcher(text).replaceAll("").replaceAll(" {2,}", " ").strip();
    }

    private static String withoutMentions(String text, Activity activity) {
        String bot =
                activity.getRecipient() == null ? null : activity.getRecipient().getName();
        List<String> ours = activity.getEntities() == null
                ? List.of()
                : activity.getEntities().stream()
                        .filter(e -> e != null && mentionsUs(e, activity))
                        .map(e -> name(e, bot))
                        .toList();
        return MENTION.matcher(text).replaceAll(mention -> {
            String name = mention.group(1).strip();
            boolean us = ours.stream().anyMatch(name::equalsIgnoreCase) || name.equalsIgnoreCase(bot);
            return us ? " " : Matcher.quoteReplacement(name);
        });
    }

    private static boolean mentionsUs(Entity entity, Activity activity) {
        JsonNode mentioned = entity.getProperties().get("mentioned");
        return "mention".equalsIgnoreCase(entity.getType())
                && mentioned != null
                && activity.getRecipient() != null
                && TeamsJson.text(mentioned.path("id"))
                        .equals(activity.getRecipient().getId());
    }

    /** The name inside the mention's own text, since people may shorten it. */
    private static String name(Entity entity, String otherwise) {
        JsonNode text = entity.getProperties().get("text");
        Matcher tag = MENTION.matcher(text == null ? "" : TeamsJson.text(text));
        return tag.find() ? tag.group(1).strip() : String.valueOf(otherwise);
    }
}
