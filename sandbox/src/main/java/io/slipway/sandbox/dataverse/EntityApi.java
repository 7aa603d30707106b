package io.slipway.sandbox.dataverse;

import io.javalin.http.Context;
import io.slipway.sandbox.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rows over HTTP: lists, single rows by key, and the few changes that people make in environments. */
final class EntityApi {

    private static final Set<String> WRITABLE = Set.of(
            "solutions",
            "publishers",
            "workflows",
            "connectionreferences",
            "environmentvariablevalues",
            "environmentvariabledefinitions");
    private static final String BIND = "@odata.bind";

    private final Environment environment;
    private final Rows rows;

    EntityApi(Environment environment) {
        this.environment = environment;
        this.rows = environment.rows();
    }

    void list(Context ctx, String set, String base) {
        Table table = Tables.of(set);
        Query query = new Query(rows, table, Query.options(ctx));
        String url = ctx.url() + (ctx.queryString() == null ? "" : "?" + ctx.queryString());
        ctx.json(query.page(base, url, ctx.header("Prefer")));
    }

    void one(Context ctx, String set, String key, String base) {
        Table table = Tables.of(set);
        Query query = new Query(rows, table, Query.options(ctx));
        Map<String, @Nullable Object> row = rows.find(set, key).orElseThrow(() -> Refusal.noRow(table, key));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        String select = ctx.queryParam("$select");
        answer.put(
                "@odata.context", base + "$metadata#" + set + (select == null ? "" : "(" + select + ")") + "/$entity");
        answer.putAll(query.shown(row));
        ctx.json(answer);
    }

    void property(Context ctx, String set, String key, String column, String base) {
        Table table = Tables.of(set);
        if (!table.has(column)) {
            throw Refusal.unknownProperty(column, table);
        }
        Object value =
                rows.find(set, key).orElseThrow(() -> Refusal.noRow(table, key)).get(column);
        if (value == null) {
            ctx.status(204);
            return;
        }
        ctx.json(Json.object("@odata.context", base + "$metadata#" + set + "(" + key + ")/" + column, "value", value));
    }

    void create(Context ctx, String set, String base) {
        Table table = writable(set);
        JsonNode body = Json.read(ctx.body());
        String id = rows.put(set, values(table, body));
        String address = base + set + "(" + id + ")";
        ctx.header("OData-EntityId", address);
        answer(ctx, table, id, base, 201);
    }

    void update(Context ctx, String set, String key, String base) {
        Table table = writable(set);
        JsonNode body = Json.read(ctx.body());
        boolean there = rows.find(set, key).isPresent();
        if (!there && "*".equals(ctx.header("If-Match"))) {
            throw Refusal.noRow(table, key);
        }
        if (there && "*".equals(ctx.header("If-None-Match"))) {
            throw new Refusal(412, "0x80040237", "A record with matching key values already exists.");
        }
        if (there
                && set.equals("solutions")
                && Boolean.TRUE.equals(rows.find(set, key).orElseThrow().get("ismanaged"))) {
            throw new Refusal(400, "0x8004F020", "The managed solution cannot be changed.");
        }
        Map<String, @Nullable Object> values = values(table, body);
        values.put(table.id(), key);
        rows.put(set, values);
        ctx.header("OData-EntityId", base + set + "(" + key + ")");
        answer(ctx, table, key, base, 200);
    }

    void delete(Context ctx, String set, String key) {
        Table table = writable(set);
        rows.find(set, key).orElseThrow(() -> Refusal.noRow(table, key));
        rows.remove(set, key);
        ctx.status(204);
    }

    private void answer(Context ctx, Table table, String id, String base, int status) {
        String prefer = ctx.header("Prefer");
        if (prefer != null && prefer.contains("return=representation")) {
            one(ctx, table.set(), id, base);
            ctx.status(status).header("Preference-Applied", "return=representation");
        } else {
            ctx.status(204);
        }
    }

    private static Table writable(String set) {
        Table table = Tables.of(set);
        if (!WRITABLE.contains(set)) {
            throw new Refusal(405, "0x80060888", "The method is not allowed on " + table.logicalName() + ".");
        }
        return table;
    }

    private static Map<String, @Nullable Object> values(Table table, JsonNode body) {
        if (!body.isObject()) {
            throw Refusal.badPayload("A null value or a value of the wrong type was found for the payload.");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        body.properties().forEach(member -> {
            String name = member.getKey();
            if (name.endsWith(BIND)) {
                String navigation = name.substring(0, name.length() - BIND.length());
                table.lookup(navigation).orElseThrow(() -> Refusal.unknownProperty(navigation, table));
                values.put(
                        Table.columnOf(navigation),
                        member.getValue().asString("").replaceAll(".*\\(|\\).*", ""));
            } else if (table.has(name)) {
                values.put(name, Json.as(member.getValue(), Object.class));
            } else if (!name.startsWith("@")) {
                throw Refusal.badPayload("Invalid property '" + name + "' was found in entity 'Microsoft.Dynamics.CRM."
                        + table.logicalName() + "'.");
            }
        });
        return values;
    }
}
