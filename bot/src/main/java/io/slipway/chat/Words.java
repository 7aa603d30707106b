package io.slipway.chat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody typed, taken apart: quotes hold words together, links are their address, flags stand aside, and
 * punctuation at the end of a word is not part of it.
 */
public final class Words {

    private static final Pattern MENTION = Pattern.compile("<at\\b[^>]*>.*?</at>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANCHOR = Pattern.compile(
            "<a\\s[^>]*href\\s*=\\s*[\"']([^\"']*)[\"'][^>]*>.*?</a>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ANGLE = Pattern.compile("<(https?://[^<>\\s]+)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\[[^\\]]*]\\((https?://[^)\\s]+)\\)");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern TOKEN =
            Pattern.compile("\"([^\"]*)\"|[“”„]([^“”„]*)[“”]|«([^«»]*)»|(?<=^|\\s)'([^']*)'(?=\\s|$)|(\\S+)");
    /** Phones and Teams turn two hyphens into a dash. */
    private static final Pattern FLAG = Pattern.compile("(?:--|[—–])([a-zA-Z][a-zA-Z-]*)");

    private static final Pattern ENDING = Pattern.compile("[.,;:!?…]+$");

    private final List<Word> words;
    private final Set<String> flags;

    private Words(List<Word> words, Set<String> flags) {
        this.words = List.copyOf(words);
        this.flags = Set.copyOf(flags);
    }

    /** Takes a text apart; whatever it is, there is an answer. */
    public static Words of(String text) {
        List<Word> words = new ArrayList<>();
        Set<String> flags = new LinkedHashSet<>();
        Matcher token = TOKEN.matcher(plain(text));
        while (token.find()) {
            Matcher flag = FLAG.matcher(token.group());
            if (flag.matches()) {
                flags.add(flag.group(1).toLowerCase(Locale.ROOT));
            } else {
                word(token).ifPresent(words::add);
            }
        }
        return new Words(words, flags);
    }

    private static String plain(String text) {
        String links = MARKDOWN_LINK
                .matcher(ANCHOR.matcher(MENTION.matcher(text).replaceAll(" ")).replaceAll("$1"))
                .replaceAll("$1");
        String bare = TAG.matcher(ANGLE.matcher(links).replaceAll("$1")).replaceAll(" ");
        return bare.replace("&nbsp;", " ")
                .replace('\u00a0', ' ')
                .replace("\u200b", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .strip();
    }

    private static Optional<Word> word(Matcher token) {
        for (int group = 1; group <= 4; group++) {
            if (token.group(group) != null) {
                String quoted = token.group(group).strip();
                return quoted.isEmpty() ? Optional.empty() : Optional.of(new Word(quoted, quoted));
            }
        }
        String said = token.group(5);
        String clean = ENDING.matcher(said).replaceFirst("");
        return clean.isEmpty() ? Optional.empty() : Optional.of(new Word(said, clean));
    }

    /** The name of the command, in lower case; empty when nothing was said. */
    public Optional<String> command() {
        return words.stream().findFirst().map(w -> w.clean().toLowerCase(Locale.ROOT));
    }

    /** The words after the command. */
    public List<String> arguments() {
        return words.stream().skip(1).map(Word::clean).toList();
    }

    /** What was said from this argument on (0 is the first), with its punctuation. */
    public String from(int argument) {
        return words.stream().skip(argument + 1L).map(Word::said).collect(Collectors.joining(" "));
    }

    /** Whether {@code --name} was said. */
    public boolean flag(String name) {
        return flags.contains(name);
    }

    /** The same with one word corrected, as one would type it. */
    public String corrected(String wrong, String right) {
        return written(word -> word.equalsIgnoreCase(wrong), right);
    }

    private String written(Predicate<String> wrong, String right) {
        List<String> line = new ArrayList<>();
        boolean done = false;
        for (Word word : words) {
            boolean here = !done && wrong.test(word.clean());
            done |= here;
            line.add(quoted(here ? right : word.clean()));
        }
        flags.forEach(flag -> line.add("--" + flag));
        return String.join(" ", line);
    }

    /** One word as one would type it: in quotes if it has a space. */
    public static String quoted(String word) {
        return word.isBlank() || word.contains(" ") ? '"' + word.replace("\"", "") + '"' : word;
    }

    private record Word(String said, String clean) {}
}
