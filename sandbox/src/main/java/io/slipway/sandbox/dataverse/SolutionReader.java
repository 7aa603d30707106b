package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.dataverse.SolutionFile.Component;
import io.slipway.sandbox.dataverse.SolutionFile.Connection;
import io.slipway.sandbox.dataverse.SolutionFile.Flow;
import io.slipway.sandbox.dataverse.SolutionFile.Manifest;
import io.slipway.sandbox.dataverse.SolutionFile.Missing;
import io.slipway.sandbox.dataverse.SolutionFile.Publisher;
import io.slipway.sandbox.dataverse.SolutionFile.Variable;
import io.slipway.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** Reads a solution zip as the import does. */
final class SolutionReader {

    private static final Pattern VARIABLE =
            Pattern.compile("environmentvariabledefinitions/([^/]+)/environmentvariabledefinition\\.xml");
    private static final Pattern REFERENCE = Pattern.compile("\"connectionReferenceLogicalName\"\\s*:\\s*\"([^\"]+)\"");

    private final Map<String, byte[]> entries;

    private SolutionReader(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    static SolutionFile read(byte[] zip) {
        Map<String, byte[]> entries = Zip.read(zip);
        if (!entries.containsKey("solution.xml")
                || !entries.containsKey("customizations.xml")
                || !entries.containsKey("[Content_Types].xml")) {
            throw Refusal.badZip();
        }
        return new SolutionReader(entries).read();
    }

    private SolutionFile read() {
        Document solution = Xml.parse("solution.xml", entries.get("solution.xml"));
        Document customizations = Xml.parse("customizations.xml", entries.get("customizations.xml"));
        Element manifest = Optional.of(solution.getDocumentElement())
                .flatMap(root -> Xml.child(root, "SolutionManifest"))
                .orElseThrow(() -> Refusal.badXml("solution.xml"));
        return new SolutionFile(
                manifest(manifest),
                components(manifest),
                missing(manifest),
                flows(customizations),
                connections(customizations),
                variables(),
                new PartsReader(customizations).parts());
    }

    private static Manifest manifest(Element manifest) {
        Element publisher = Xml.child(manifest, "Publisher").orElseThrow(() -> Refusal.badXml("solution.xml"));
        String uniqueName = Xml.text(manifest, "UniqueName");
        String version = Xml.text(manifest, "Version");
        if (!uniqueName.matches("[A-Za-z0-9_]{1,65}") || !version.matches("\\d{1,9}(\\.\\d{1,9}){1,3}")) {
            throw Refusal.badXml("solution.xml");
        }
        return new Manifest(
                uniqueName,
                Xml.localizedName(manifest),
                version,
                Xml.text(manifest, "Managed").equals("1"),
                new Publisher(
                        Xml.text(publisher, "UniqueName"),
                        Xml.localizedName(publisher),
                        Xml.text(publisher, "CustomizationPrefix"),
                        number(Xml.text(publisher, "CustomizationOptionValuePrefix"))));
    }

    private static List<Component> components(Element manifest) {
        return Xml.all(manifest, "RootComponent").stream()
                .map(e -> new Component(
                        number(e.getAttribute("type")),
                        e.getAttribute("schemaName"),
                        bare(e.getAttribute("id")),
                        number(e.getAttribute("behavior"))))
                .toList();
    }

    private static List<Missing> missing(Element manifest) {
        List<Missing> missing = new ArrayList<>();
        for (Element dependency : Xml.all(manifest, "MissingDependency")) {
            Xml.child(dependency, "Required").ifPresent(required -> {
                Element dependent = Xml.child(dependency, "Dependent").orElse(required);
                missing.add(new Missing(
                        required.getAttribute("type"),
                        required.getAttribute("displayName"),
                        required.getAttribute("schemaName"),
                        required.getAttribute("solution"),
                        dependent.getAttribute("type"),
                        dependent.getAttribute("displayName")));
            });
        }
        return missing;
    }

    private List<Flow> flows(Document customizations) {
        List<Flow> flows = new ArrayList<>();
        for (Element workflow : Xml.all(customizations, "Workflow")) {
            String file = Xml.text(workflow, "JsonFileName").replaceFirst("^/", "");
            if (!file.isEmpty()) {
                String definition = text(file);
                List<String> references = new ArrayList<>();
                Matcher matcher = REFERENCE.matcher(definition);
                while (matcher.find()) {
                    references.add(matcher.group(1));
                }
                flows.add(new Flow(
                        bare(workflow.getAttribute("WorkflowId")),
                        workflow.getAttribute("Name"),
                        number(Xml.text(workflow, "Category")),
                        definition,
                        references));
            }
        }
        return flows;
    }

    private static List<Connection> connections(Document customizations) {
        return Xml.all(customizations, "connectionreference").stream()
                .map(e -> new Connection(
                        e.getAttribute("connectionreferencelogicalname"),
                        Xml.text(e, "connectionreferencedisplayname"),
                        Xml.text(e, "connectorid")))
                .toList();
    }

    private List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        for (String name : entries.keySet()) {
            Matcher matcher = VARIABLE.matcher(name);
            if (matcher.matches()) {
                variables.add(variable(
                        matcher.group(1), Xml.parse(name, entries.get(name)).getDocumentElement()));
            }
        }
        return variables;
    }

    private Variable variable(String folder, Element definition) {
        String values = text("environmentvariabledefinitions/" + folder + "/environmentvariablevalues.json");
        JsonNode value = Json.read(values).path("environmentvariablevalues").path("environmentvariablevalue");
        return new Variable(
                definition.getAttribute("schemaname").isEmpty()
                        ? definition.getAttribute("schemaName")
                        : definition.getAttribute("schemaname"),
                Xml.child(definition, "displayname")
                        .map(e -> e.getAttribute("default"))
                        .orElse(folder),
                number(Xml.text(definition, "type")),
                Xml.text(definition, "defaultvalue"),
                Xml.text(definition, "isrequired").equals("1"),
                value.path("value").asString(""));
    }

    private String text(String entry) {
        return new String(entries.getOrDefault(entry, new byte[0]), StandardCharsets.UTF_8);
    }

    private static String bare(String id) {
        return id.replaceAll("[{}]", "").toLowerCase(Locale.ROOT);
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
