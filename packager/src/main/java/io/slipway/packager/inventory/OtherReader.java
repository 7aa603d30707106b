package io.slipway.packager.inventory;

import io.slipway.packager.SourceTree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Every kind that needs no words of its own: one component a file, or one a folder for what passes through. */
final class OtherReader {

    private record Known(int type, String kind) {}

    private static final Map<String, Known> FILES = Map.ofEntries(
            Map.entry("Dashboards/", new Known(60, "dashboard")),
            Map.entry("InteractionCentricDashboards/", new Known(60, "dashboard")),
            Map.entry("SdkMessageProcessingSteps/", new Known(92, "plug-in step")),
            Map.entry("PluginAssemblies/", new Known(91, "plug-in assembly")),
            Map.entry("Controls/", new Known(66, "code component")),
            Map.entry("Reports/", new Known(31, "report")),
            Map.entry("SLAs/", new Known(152, "SLA")),
            Map.entry("MobileOfflineProfiles/", new Known(161, "mobile offline profile")),
            Map.entry("ImportMaps/", new Known(208, "import map")),
            Map.entry("Connectors/", new Known(372, "custom connector")),
            Map.entry("StoredProcedures/", new Known(0, "stored procedure")),
            Map.entry("EntityDataProviders/", new Known(0, "data provider")),
            Map.entry("EntityDataSources/", new Known(0, "data source")));

    private static final Map<String, String> WHOLE = Map.of(
            "Other/ConnectionRoles.xml", "connection roles",
            "Other/RibbonCustomization.xml", "application ribbon",
            "Other/EntityMaps.xml", "column mappings",
            "PluginAssemblies/ServiceEndpoints.xml", "service endpoints");

    private static final Map<String, String> FOLDERS = Map.of(
            "bots", "agent",
            "botcomponents", "agent part",
            "botcomponentcollections", "agent part collection",
            "customapis", "custom API",
            "appactions", "modern command",
            "aiplugins", "AI plug-in",
            "aipluginoperations", "AI plug-in operation",
            "fxexpressions", "Power Fx formula",
            "maskingrules", "masking rule",
            "Assets", "asset");

    private final SourceTree tree;
    private final Reading reading;
    private final Consumer<Component> found;

    OtherReader(SourceTree tree, Reading reading, Consumer<Component> found) {
        this.tree = tree;
        this.reading = reading;
        this.found = found;
    }

    static boolean isKnownFile(String path) {
        return !WHOLE.containsKey(path)
                && FILES.keySet().stream().anyMatch(path::startsWith)
                && (path.endsWith(".data.xml") || path.endsWith(".xml") && path.split("/").length == 2);
    }

    void file(String path) {
        Known known = FILES.get(path.substring(0, path.indexOf('/') + 1));
        XmlNode node = XmlNode.read(tree, path);
        String name = first(node, "Name", "FullName", "displayname", "FormId");
        String shown = reading.shown(node, "LocalizedNames", first(node, "displayname", "Name", "FullName"), name);
        Facts facts = new Facts().put("name", shown).properties(node);
        String payload = path.endsWith(".data.xml") ? path.substring(0, path.length() - ".data.xml".length()) : "";
        String content = reading.hash(tree, path);
        if (tree.has(payload)) {
            facts.put("file", reading.hash(tree, payload));
            content += reading.hash(tree, payload);
        }
        String id = first(node, "SdkMessageProcessingStepId", "FormId", "PluginAssemblyId", "connectorid");
        String key = known.type() == 92 || known.type() == 60 ? id : name.replaceFirst(", Version=.*", "");
        facts.content(content);
        found.accept(new Component(known.type(), known.kind(), key, id, shown, "", facts.build(), List.of()));
    }

    /** Files that hold a whole collection, and what belongs to templates: one component a file. */
    void whole(String path) {
        String kind = path.startsWith("Templates/") ? "template file" : WHOLE.get(path);
        if (kind != null) {
            String name = path.substring(path.indexOf('/') + 1);
            Facts facts = new Facts().content(reading.hash(tree, path));
            found.accept(new Component(0, kind, name, "", name, "", facts.build(), List.of()));
        }
    }

    /** Collections that the layout does not know stay in the residual; each is one component with its entries. */
    void residual(XmlNode residual) {
        for (XmlNode collection : residual.children()) {
            boolean told = collection.name().equals("connectionreferences")
                    || collection.name().equals("Languages");
            if (!told && !collection.children().isEmpty()) {
                Facts facts = new Facts();
                collection
                        .children()
                        .forEach(child -> facts.member(
                                "entry",
                                first(child, "Name", "UniqueName", "displayname", "id", "AIModelId"),
                                String.valueOf(child.hashCode())));
                String name = collection.name();
                found.accept(
                        new Component(0, "collection", name, "", Words.property(name), "", facts.build(), List.of()));
            }
        }
    }

    /** A folder of the second level is one component. */
    void folder(String top) {
        Map<String, Facts> all = new TreeMap<>();
        for (String path : tree.below(top + "/")) {
            String[] parts = path.split("/", 3);
            String name = parts.length > 2 ? parts[1] : path.substring(top.length() + 1);
            all.computeIfAbsent(name, key -> new Facts())
                    .member("file", parts.length > 2 ? parts[2] : parts[1], reading.hash(tree, path));
        }
        String kind = FOLDERS.getOrDefault(top, top.toLowerCase(Locale.ROOT) + " entry");
        all.forEach(
                (name, facts) -> found.accept(new Component(0, kind, name, "", name, "", facts.build(), List.of())));
    }

    private static String first(XmlNode node, String... names) {
        for (String name : names) {
            if (!node.either(name).isEmpty()) {
                return node.either(name);
            }
        }
        return "";
    }
}
