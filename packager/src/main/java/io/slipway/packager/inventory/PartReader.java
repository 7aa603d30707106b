package io.slipway.packager.inventory;

import io.slipway.packager.PackagerException;
import io.slipway.packager.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The smaller kinds: choices, relationships, roles, web resources, environment variables, connection references. */
final class PartReader {

    private static final int MAX_TEXT = 4 << 20;
    private static final Set<String> TEXT_TYPES = Set.of("1", "2", "3", "4", "9", "11", "12");
    private static final Map<String, String> VARIABLE_TYPES = Map.of(
            "100000000",
            "text",
            "100000001",
            "number",
            "100000002",
            "yes/no",
            "100000003",
            "JSON",
            "100000004",
            "data source",
            "100000005",
            "secret");
    private static final Map<String, String> LEVELS = Map.of(
            "Basic", "user", "Local", "business unit", "Deep", "parent and child units", "Global", "organization");

    private final SourceTree tree;
    private final Reading reading;
    private final Consumer<Component> found;

    PartReader(SourceTree tree, Reading reading, Consumer<Component> found) {
        this.tree = tree;
        this.reading = reading;
        this.found = found;
    }

    void choice(String path) {
        XmlNode node = XmlNode.read(tree, path);
        String name = node.attribute("Name");
        String shown = reading.shown(node, "displaynames", node.attribute("localizedName"), name);
        Facts facts = new Facts().put("display name", shown).properties(node).content(reading.hash(tree, path));
        reading.options(node, facts);
        add(Kinds.CHOICE, name, "", shown, facts);
    }

    void relationships(String path) {
        for (XmlNode node : XmlNode.read(tree, path).children()) {
            String name = node.attribute("Name");
            boolean many = node.value("EntityRelationshipType").equals("ManyToMany");
            String from = many ? node.value("FirstEntityName") : node.value("ReferencingEntityName");
            String to = many ? node.value("SecondEntityName") : node.value("ReferencedEntityName");
            Facts facts = new Facts()
                    .put("#from", from)
                    .put("#column", node.value("ReferencingAttributeName"))
                    .put("#many", many ? "yes" : "")
                    .properties(node)
                    .content(String.valueOf(node.hashCode()));
            add(Kinds.RELATIONSHIP, name, "", from + (many ? " with " : " to ") + to, facts);
        }
    }

    void role(String path) {
        XmlNode node = XmlNode.read(tree, path);
        String name = node.attribute("name");
        Facts facts = new Facts().put("name", name).properties(node).content(reading.hash(tree, path));
        node.all("RolePrivilege")
                .forEach(privilege -> facts.member(
                        "privilege",
                        privilege.attribute("name").replaceFirst("^prv", ""),
                        LEVELS.getOrDefault(privilege.attribute("level"), privilege.attribute("level"))));
        add(Kinds.ROLE, node.attribute("id"), node.attribute("id"), name, facts);
    }

    void webResource(String dataPath) {
        XmlNode node = XmlNode.read(tree, dataPath);
        String payload = dataPath.substring(0, dataPath.length() - ".data.xml".length());
        String name = node.value("Name");
        Facts facts = new Facts().properties(node);
        List<Integer> lines = List.of();
        if (tree.has(payload)) {
            facts.content(reading.hash(tree, dataPath) + reading.hash(tree, payload));
            facts.put("file", reading.hash(tree, payload));
            lines = TEXT_TYPES.contains(node.value("WebResourceType")) ? lines(payload) : List.of();
        }
        String shown = node.value("DisplayName").isEmpty() ? name : node.value("DisplayName");
        found.accept(new Component(
                61, Kinds.WEB_RESOURCE, name, node.value("WebResourceId"), shown, "", facts.build(), lines));
    }

    void variable(String path) {
        XmlNode node = XmlNode.read(tree, path);
        String name = node.attribute("schemaname");
        String shown = reading.shown(
                node,
                "displayname",
                node.child("displayname")
                        .map(label -> label.attribute("default"))
                        .orElse(""),
                name);
        String type = node.value("type");
        String values = path.substring(0, path.lastIndexOf('/') + 1) + "environmentvariablevalues.json";
        Facts facts = new Facts()
                .put("display name", shown)
                .put("data type", VARIABLE_TYPES.getOrDefault(type, type))
                .put("default", node.value("defaultvalue"))
                .put("required", node.value("isrequired").equals("1") ? "yes" : "no")
                .put("value in the solution", tree.has(values) ? reading.hash(tree, values) : "")
                .content(reading.hash(tree, path));
        add(Kinds.VARIABLE, name, "", shown, facts);
    }

    void connections(XmlNode residual) {
        residual.all("connectionreference").forEach(node -> {
            String name = node.attribute("connectionreferencelogicalname");
            String shown = node.value("connectionreferencedisplayname");
            Facts facts = new Facts()
                    .put("display name", shown)
                    .put("connector", node.value("connectorid"))
                    .content(String.valueOf(node.hashCode()));
            add(Kinds.CONNECTION, name, "", shown.isEmpty() ? name : shown, facts);
        });
    }

    void fieldSecurity(String path) {
        for (XmlNode node : XmlNode.read(tree, path).children()) {
            Facts facts = new Facts().properties(node).content(String.valueOf(node.hashCode()));
            node.all("FieldPermission")
                    .forEach(permission -> facts.member(
                            "column permission",
                            permission.either("EntityName") + "." + permission.either("AttributeLogicalName"),
                            String.valueOf(permission.hashCode())));
            String id = node.attribute("fieldsecurityprofileid");
            add(Kinds.COLUMN_SECURITY, id, id, node.attribute("name"), facts);
        }
    }

    private List<Integer> lines(String path) {
        try (InputStream in = tree.read(path)) {
            byte[] bytes = in.readNBytes(MAX_TEXT + 1);
            return bytes.length > MAX_TEXT
                    ? List.of()
                    : new String(bytes, StandardCharsets.UTF_8)
                            .lines()
                            .map(String::hashCode)
                            .toList();
        } catch (IOException e) {
            throw PackagerException.broken(path, e);
        }
    }

    private void add(String kind, String name, String id, String shown, Facts facts) {
        found.accept(new Component(Kinds.number(kind), kind, name, id, shown, "", facts.build(), List.of()));
    }
}
