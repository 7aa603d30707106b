package io.slipway.packager.inventory;

import io.slipway.packager.SourceTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tables and what belongs to them: columns, forms, views, charts, commands. */
final class TableReader {

    private final SourceTree tree;
    private final Reading reading;
    private final Consumer<Component> found;
    private final Map<String, String> labels = new HashMap<>();

    TableReader(SourceTree tree, Reading reading, Consumer<Component> found) {
        this.tree = tree;
        this.reading = reading;
        this.found = found;
    }

    void read(String folder) {
        XmlNode node = XmlNode.read(tree, folder + "Entity.xml");
        XmlNode name = node.child("Name").orElse(node);
        XmlNode info =
                node.child("EntityInfo").flatMap(child -> child.child("entity")).orElse(node);
        String schemaName = name.text();
        String shown = reading.shown(info, "LocalizedNames", name.attribute("LocalizedName"), schemaName);
        Facts facts = new Facts()
                .put(Fact.TABLE, schemaName)
                .put("display name", shown)
                .properties(info);
        facts.content(reading.hash(tree, folder + "Entity.xml"));
        found.accept(new Component(1, Kinds.TABLE, schemaName, "", shown, "", facts.build(), List.of()));
        labels.clear();
        info.all("attribute").forEach(column -> column(column, schemaName, shown));
        for (String path : tree.below(folder + "FormXml/").stream()
                .filter(reading.notTwin(tree))
                .toList()) {
            form(path, schemaName, shown);
        }
        for (String path : tree.in(folder + "SavedQueries/", ".xml")) {
            XmlNode.read(tree, path).all("savedquery").forEach(view -> view(view, path, schemaName, shown));
        }
        for (String path : tree.in(folder + "Visualizations/", ".xml")) {
            chart(path, schemaName, shown);
        }
        if (tree.has(folder + "RibbonDiff.xml")) {
            ribbon(folder + "RibbonDiff.xml", schemaName, shown);
        }
    }

    private void column(XmlNode node, String table, String tableShown) {
        String name = node.value("LogicalName").isEmpty() ? node.value("Name") : node.value("LogicalName");
        String shown = reading.shown(node, "displaynames", "", name);
        labels.put(name, shown);
        Facts facts = new Facts()
                .put(Fact.TABLE, table)
                .put("display name", shown)
                .put("data type", Words.columnType(node.value("Type")))
                .properties(node)
                .content(String.valueOf(node.hashCode()));
        node.child("optionset").ifPresent(choice -> reading.options(choice, facts));
        node.all("LookupType").forEach(target -> facts.member("looked-up table", target.text(), target.text()));
        if (!name.isEmpty()) {
            found.accept(new Component(2, Kinds.COLUMN, name, "", shown, tableShown, facts.build(), List.of()));
        }
    }

    private void form(String path, String table, String tableShown) {
        XmlNode node = XmlNode.read(tree, path);
        XmlNode form = node.child("systemform").orElse(node);
        String type = path.split("/")[3];
        String id = form.value("formid");
        String label = reading.shown(form, "LocalizedNames", "", type);
        String shown = type.equals("main") ? label : label + " (" + Words.property(type) + ")";
        Facts facts = new Facts()
                .put(Fact.TABLE, table)
                .put("name", shown)
                .put("form type", type)
                .properties(form)
                .content(reading.hash(tree, path));
        form.all("cell").forEach(cell -> cell.all("control").forEach(control -> control(cell, control, facts)));
        form.all("tab").forEach(tab -> part("tab", tab, facts));
        form.all("section").forEach(section -> part("section", section, facts));
        form.all("Library").forEach(library -> facts.member("script", library.attribute("name"), ""));
        form.all("event")
                .forEach(event -> event.all("Handler")
                        .forEach(handler -> facts.member(
                                "event handler",
                                handler.attribute("functionName") + " (" + event.attribute("name") + ")",
                                handler.attribute("enabled"))));
        found.accept(new Component(60, Kinds.FORM, id, id, shown, tableShown, facts.build(), List.of()));
    }

    private void control(XmlNode cell, XmlNode control, Facts facts) {
        String field = control.attribute("datafieldname");
        if (field.isEmpty()) {
            facts.member("control", control.attribute("id"), control.attribute("classid"));
        } else {
            String label = cell.label("labels", reading.language());
            facts.member("field", field, label.isEmpty() ? labels.getOrDefault(field, "") : label);
        }
    }

    private void part(String kind, XmlNode node, Facts facts) {
        String label = node.label("labels", reading.language());
        String name = node.attribute("name").isEmpty() ? node.attribute("id") : node.attribute("name");
        facts.member(kind, label.isEmpty() ? name : label, node.attribute("visible"));
    }

    private void view(XmlNode node, String path, String table, String tableShown) {
        String id = node.value("savedqueryid");
        String shown = reading.shown(node, "LocalizedNames", "", id);
        Facts facts = new Facts().put(Fact.TABLE, table).put("name", shown).properties(node);
        facts.content(reading.hash(tree, path));
        List<String> columns =
                node.all("cell").map(cell -> cell.attribute("name")).toList();
        columns.forEach(column -> facts.member("column", column, label(column)));
        facts.put("columns in order", String.join(", ", columns));
        node.all("condition")
                .forEach(condition -> facts.member("filter", conditionWords(condition), condition.attribute("value")));
        facts.put("sorting", node.all("order").map(this::orderWords).collect(Collectors.joining(", ")));
        found.accept(new Component(26, Kinds.VIEW, id, id, shown, tableShown, facts.build(), List.of()));
    }

    private String conditionWords(XmlNode condition) {
        Map<String, String> operators = Map.of("eq", "equals", "ne", "does not equal", "null", "is empty");
        String operator = condition.attribute("operator");
        return label(condition.attribute("attribute")) + " " + operators.getOrDefault(operator, operator);
    }

    private String orderWords(XmlNode order) {
        return label(order.attribute("attribute"))
                + (order.attribute("descending").equals("true") ? " descending" : "");
    }

    private String label(String column) {
        return labels.getOrDefault(column, column);
    }

    private void chart(String path, String table, String tableShown) {
        XmlNode node = XmlNode.read(tree, path);
        String id = node.value("savedqueryvisualizationid");
        String shown = reading.shown(node, "LocalizedNames", node.value("name"), id);
        Facts facts = new Facts().put(Fact.TABLE, table).put("name", shown).content(reading.hash(tree, path));
        found.accept(new Component(59, Kinds.CHART, id, id, shown, tableShown, facts.build(), List.of()));
    }

    private void ribbon(String path, String table, String tableShown) {
        XmlNode node = XmlNode.read(tree, path);
        Facts facts = new Facts().put(Fact.TABLE, table).content(reading.hash(tree, path));
        node.all("CustomAction").forEach(action -> facts.member("command", action.attribute("Id"), ""));
        node.all("HideCustomAction")
                .forEach(action -> facts.member("hidden command", action.attribute("HideActionId"), ""));
        node.all("CommandDefinition").forEach(action -> facts.member("action", action.attribute("Id"), ""));
        if (!facts.build().keySet().stream().allMatch(Fact::isHidden)) {
            String shown = tableShown;
            found.accept(new Component(50, Kinds.RIBBON, table, "", shown, "", facts.build(), List.of()));
        }
    }
}
