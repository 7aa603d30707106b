package io.slipway.packager.inventory;

import io.slipway.packager.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Apps and their navigation: model-driven apps, site maps, canvas apps. */
final class AppReader {

    private static final Pattern CANVAS_CONNECTION = Pattern.compile("\"displayName\"\\s*:\\s*\"([^\"]+)\"");
    private static final Map<String, String> PARTS = Map.of(
            "1",
            "table",
            "26",
            "view",
            "29",
            "business process flow",
            "59",
            "chart",
            "60",
            "form or dashboard",
            "62",
            "site map",
            "300",
            "canvas page");

    private final SourceTree tree;
    private final Reading reading;
    private final Consumer<Component> found;

    AppReader(SourceTree tree, Reading reading, Consumer<Component> found) {
        this.tree = tree;
        this.reading = reading;
        this.found = found;
    }

    void app(String path) {
        XmlNode node = XmlNode.read(tree, path);
        String name = node.value("UniqueName");
        String shown = reading.shown(node, "LocalizedNames", "", name);
        Facts facts = new Facts().put("name", shown).properties(node).content(reading.hash(tree, path));
        node.all("AppModuleComponent").forEach(part -> {
            String kind = PARTS.getOrDefault(part.attribute("type"), "component");
            String which = part.attribute("schemaName").isEmpty() ? part.attribute("id") : part.attribute("schemaName");
            facts.member(kind, which, "");
        });
        node.all("AppModuleRoleMaps")
                .forEach(roles -> roles.children().forEach(role -> facts.member("role", role.attribute("id"), "")));
        found.accept(component(80, Kinds.APP, name, shown, facts));
    }

    void siteMap(String path, String name) {
        XmlNode node = XmlNode.read(tree, path);
        String own = node.value("SiteMapUniqueName");
        String schemaName = own.isEmpty() ? name : own;
        String shown = reading.shown(node, "LocalizedNames", "", schemaName);
        Facts facts = new Facts().put("name", shown).content(reading.hash(tree, path));
        node.all("Area").forEach(area -> facts.member("area", title(area), ""));
        node.all("Group").forEach(group -> facts.member("group", title(group), ""));
        node.all("SubArea").forEach(page -> facts.member("page", title(page), page.attribute("Url")));
        found.accept(component(62, Kinds.SITE_MAP, schemaName, shown, facts));
    }

    void canvas(String path) {
        XmlNode node = XmlNode.read(tree, path);
        String name = node.value("Name");
        String shown = node.value("DisplayName").isEmpty() ? name : node.value("DisplayName");
        String document = node.value("DocumentUri").replaceFirst("^/", "");
        Facts facts = new Facts()
                .put("name", shown)
                .put("description", node.value("Description"))
                .content(reading.hash(tree, path));
        if (!document.isEmpty() && tree.has(document)) {
            facts.put("screens and formulas", reading.hash(tree, document));
        }
        Matcher connection = CANVAS_CONNECTION.matcher(node.value("ConnectionReferences"));
        while (connection.find()) {
            facts.member("connection", connection.group(1), "");
        }
        found.accept(component(300, Kinds.CANVAS, name, shown, facts));
    }

    private String title(XmlNode node) {
        String label = node.label("Titles", reading.language());
        for (String attribute : new String[] {"Title", "Entity", "Id"}) {
            label = label.isEmpty() ? node.attribute(attribute) : label;
        }
        return label;
    }

    private static Component component(int type, String kind, String name, String shown, Facts facts) {
        return new Component(type, kind, name, "", shown, "", facts.build(), List.of());
    }
}
