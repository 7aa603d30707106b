package io.slipway.sandbox.dataverse;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of OData's {@code $filter} that clients of the solution tables use; everything else is refused. */
final class Filter {

    private static final Pattern TOKEN = Pattern.compile("\\s*(\\(|\\)|,|'(?:[^']|'')*'|[^\\s(),']+)");
    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "gt", "ge", "lt", "le");

    private final String text;
    private final Table table;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private Filter(String text, Table table) {
        this.text = text;
        this.table = table;
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw syntax(end);
        }
    }

    static Predicate<Map<String, @Nullable Object>> parse(String text, Table table) {
        Filter filter = new Filter(text, table);
        Predicate<Map<String, @Nullable Object>> parsed = filter.or();
        if (filter.next < filter.tokens.size()) {
            throw filter.syntax(filter.next);
        }
        return parsed;
    }

    private Predicate<Map<String, @Nullable Object>> or() {
        Predicate<Map<String, @Nullable Object>> left = and();
        while (accept("or")) {
            left = left.or(and());
        }
        return left;
    }

    private Predicate<Map<String, @Nullable Object>> and() {
        Predicate<Map<String, @Nullable Object>> left = term();
        while (accept("and")) {
            left = left.and(term());
        }
        return left;
    }

    private Predicate<Map<String, @Nullable Object>> term() {
        if (accept("not")) {
            return term().negate();
        }
        if (accept("(")) {
            Predicate<Map<String, @Nullable Object>> inner = or();
            expect(")");
            return inner;
        }
        String name = take();
        if (accept("(")) {
            return function(name);
        }
        return comparison(name);
    }

    private Predicate<Map<String, @Nullable Object>> function(String name) {
        BiPredicate<String, String> test = switch (name) {
            case "contains" -> String::contains;
            case "startswith" -> String::startsWith;
            case "endswith" -> String::endsWith;
            default ->
                throw new Refusal(
                        501,
                        "0x80060888",
                        "The function '" + name + "' is not supported by this imitation of Dataverse.");
        };
        String column = column(take());
        expect(",");
        String wanted = String.valueOf(literal(take())).toLowerCase(Locale.ROOT);
        expect(")");
        return row -> row.get(column) != null
                && test.test(String.valueOf(row.get(column)).toLowerCase(Locale.ROOT), wanted);
    }

    private Predicate<Map<String, @Nullable Object>> comparison(String name) {
        String column = column(name);
        String operator = take();
        if (!COMPARISONS.contains(operator)) {
            throw syntax(next);
        }
        Object wanted = literal(take());
        return row -> {
            Object found = row.get(column);
            if (found == null || wanted == null) {
                return switch (operator) {
                    case "eq" -> found == wanted;
                    case "ne" -> found != wanted;
                    default -> false;
                };
            }
            int order = compare(found, wanted);
            return switch (operator) {
                case "eq" -> order == 0;
                case "ne" -> order != 0;
                case "gt" -> order > 0;
                case "ge" -> order >= 0;
                case "lt" -> order < 0;
                default -> order <= 0;
            };
        };
    }

    static int compare(Object left, Object right) {
        if (left instanceof Number l && right instanceof Number r) {
            return Double.compare(l.doubleValue(), r.doubleValue());
        }
        if (right instanceof Instant r) {
            return time(String.valueOf(left)) instanceof Instant l ? l.compareTo(r) : -1;
        }
        return String.valueOf(left).compareToIgnoreCase(String.valueOf(right));
    }

    private @Nullable Object literal(String token) {
        if (token.startsWith("'")) {
            return token.substring(1, token.length() - 1).replace("''", "'");
        }
        if (token.equals("null")) {
            return null;
        }
        if (token.equals("true") || token.equals("false")) {
            return Boolean.valueOf(token);
        }
        if (token.matches("-?\\d+(\\.\\d+)?")) {
            return Double.valueOf(token);
        }
        if (token.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return token;
        }
        Object time = time(token);
        if (time == null) {
            throw syntax(next);
        }
        return time;
    }

    private static @Nullable Object time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private String column(String name) {
        if (!table.has(name)) {
            throw Refusal.unknownProperty(name, table);
        }
        return name;
    }

    private String take() {
        if (next >= tokens.size()) {
            throw syntax(next);
        }
        return tokens.get(next++);
    }

    private boolean accept(String token) {
        boolean there = next < tokens.size() && tokens.get(next).equals(token);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw syntax(next);
        }
    }

    private Refusal syntax(int position) {
        return Refusal.badQuery("Syntax error at position " + position + " in '" + text + "'.");
    }
}
