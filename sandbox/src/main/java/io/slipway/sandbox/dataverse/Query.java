package io.slipway.sandbox.dataverse;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request for rows: which, in what order, which columns, how many at a time. */
final class Query {

    private static final Set<String> OPTIONS =
            Set.of("$select", "$filter", "$orderby", "$top", "$expand", "$count", "$skiptoken");
    private static final Pattern PAGE_SIZE = Pattern.compile("odata\\.maxpagesize=(\\d+)");
    private static final Pattern PAGE_NUMBER = Pattern.compile("pagenumber=\"?(\\d+)");
    private static final Pattern EXPAND =
            Pattern.compile("\\s*([A-Za-z_]+)(?:\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\))?\\s*,?");
    private static final int LARGEST_PAGE = 5000;

    private final Rows rows;
    private final Table table;
    private final Map<String, String> options;

    Query(Rows rows, Table table, Map<String, String> options) {
        this.rows = rows;
        this.table = table;
        this.options = options;
    }

    static Map<String, String> options(Context ctx) {
        Map<String, String> options = new LinkedHashMap<>();
        ctx.queryParamMap().forEach((name, values) -> {
            if (name.startsWith("$") && !OPTIONS.contains(name)) {
                throw Refusal.badQuery(
                        name.equals("$skip")
                                ? "Skip Clause is not supported in CRM"
                                : "The query parameter " + name + " is not supported.");
            }
            options.put(name, values.getFirst());
        });
        return options;
    }

    /** The answer to a request for a list. */
    Map<String, @Nullable Object> page(String base, String url, @Nullable String prefer) {
        List<Map<String, @Nullable Object>> found = matching();
        int size = pageSize(prefer);
        int page = pageNumber();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        String select = options.getOrDefault("$select", "");
        answer.put("@odata.context", base + "$metadata#" + table.set() + (select.isEmpty() ? "" : "(" + select + ")"));
        if (options.getOrDefault("$count", "").equals("true")) {
            answer.put("@odata.count", found.size());
        }
        List<Map<String, @Nullable Object>> here =
                found.stream().skip((long) size * (page - 1)).limit(size).toList();
        answer.put("value", here.stream().map(this::shown).toList());
        if ((long) size * page < found.size()) {
            String cookie = "<cookie pagenumber=\"" + (page + 1) + "\" istracking=\"False\" />";
            String without = url.replaceAll("[?&]\\$skiptoken=[^&]*", "");
            answer.put(
                    "@odata.nextLink",
                    without + (without.contains("?") ? "&" : "?") + "$skiptoken="
                            + URLEncoder.encode(cookie, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return answer;
    }

    /** A row with the columns asked for. */
    Map<String, @Nullable Object> shown(Map<String, @Nullable Object> row) {
        List<String> select = words(options.getOrDefault("$select", ""));
        select.stream()
                .filter(c -> !table.has(c) && table.lookup(c).isEmpty())
                .findFirst()
                .ifPresent(c -> {
                    throw Refusal.unknownProperty(c, table);
                });
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("@odata.etag", "W/\"" + row.get("versionnumber") + "\"");
        if (select.isEmpty()) {
            shown.putAll(row);
            table.columns().stream().sorted().forEach(c -> shown.putIfAbsent(c, null));
        } else {
            select.forEach(c -> {
                String column = table.has(c) ? c : Table.columnOf(c);
                shown.put(column, row.get(column));
            });
            shown.put(table.id(), row.get(table.id()));
        }
        expand(row, shown);
        return shown;
    }

    private void expand(Map<String, @Nullable Object> row, Map<String, @Nullable Object> shown) {
        Matcher matcher = EXPAND.matcher(options.getOrDefault("$expand", ""));
        while (matcher.find()) {
            String navigation = matcher.group(1);
            Map<String, String> inner = inner(matcher.group(2));
            if (table.lookups().containsKey(navigation)) {
                Query target = new Query(rows, Tables.of(table.lookups().get(navigation)), inner);
                String id = String.valueOf(row.get(Table.columnOf(navigation)));
                shown.put(
                        navigation,
                        rows.find(target.table.set(), id).map(target::shown).orElse(null));
            } else if (table.collections().containsKey(navigation)) {
                String[] path = table.collections().get(navigation).split("/");
                Query target = new Query(rows, Tables.of(path[0]), inner);
                shown.put(
                        navigation,
                        target.matching().stream()
                                .filter(r -> row.get(table.id()).equals(r.get(path[1])))
                                .map(target::shown)
                                .toList());
            } else {
                throw Refusal.unknownProperty(navigation, table);
            }
        }
    }

    private List<Map<String, @Nullable Object>> matching() {
        String filter = options.getOrDefault("$filter", "");
        Predicate<Map<String, @Nullable Object>> wanted = filter.isEmpty() ? row -> true : Filter.parse(filter, table);
        return rows.all(table.set()).stream()
                .filter(wanted)
                .sorted(order())
                .limit(top())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Comparator<Map<String, @Nullable Object>> order() {
        Comparator<Map<String, @Nullable Object>> order = (a, b) -> 0;
        for (String part : words(options.getOrDefault("$orderby", ""))) {
            String[] words = part.split("\\s+");
            if (!table.has(words[0])) {
                throw Refusal.unknownProperty(words[0], table);
            }
            Comparator<Map<String, @Nullable Object>> next = (a, b) -> byValue(a.get(words[0]), b.get(words[0]));
            order = order.thenComparing(words.length > 1 && words[1].equals("desc") ? next.reversed() : next);
        }
        return order;
    }

    private static int byValue(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        return Filter.compare(a, b);
    }

    private long top() {
        String top = options.getOrDefault("$top", "");
        if (top.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!top.matches("\\d{1,9}")) {
            throw Refusal.badQuery("Invalid value '" + top
                    + "' for $top query option found. The $top query option requires a non-negative integer value.");
        }
        return Long.parseLong(top);
    }

    private static int pageSize(@Nullable String prefer) {
        Matcher matcher = PAGE_SIZE.matcher(prefer == null ? "" : prefer);
        return matcher.find() ? Math.clamp(Long.parseLong(matcher.group(1)), 1, LARGEST_PAGE) : LARGEST_PAGE;
    }

    private int pageNumber() {
        Matcher matcher = PAGE_NUMBER.matcher(options.getOrDefault("$skiptoken", ""));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
    }

    private static Map<String, String> inner(@Nullable String text) {
        Map<String, String> inner = new LinkedHashMap<>();
        for (String option : text == null || text.isBlank() ? new String[0] : text.split(";")) {
            String[] parts = option.split("=", 2);
            inner.put(parts[0].strip(), parts.length > 1 ? parts[1] : "");
        }
        return inner;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
