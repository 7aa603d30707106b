package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.dataverse.SolutionFile.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Lists the parts of a solution in the order in which an import takes them. */
final class PartsReader {

    private final Document customizations;
    private final List<Part> parts = new ArrayList<>();

    PartsReader(Document customizations) {
        this.customizations = customizations;
    }

    List<Part> parts() {
        add("optionSets", "optionSet", "optionset", e -> e.getAttribute("Name"), e -> e.getAttribute("localizedName"));
        for (Element entity : Xml.all(customizations, "Entity")) {
            Xml.child(entity, "Name")
                    .ifPresent(name -> parts.add(new Part(
                            "entities", "entity", name.getTextContent().strip(), name.getAttribute("LocalizedName"))));
        }
        add("roles", "role", "Role", e -> e.getAttribute("id"), e -> e.getAttribute("name"));
        add("webResources", "webResource", "WebResource", e -> Xml.text(e, "Name"), e -> Xml.text(e, "DisplayName"));
        add("workflows", "workflow", "Workflow", e -> e.getAttribute("WorkflowId"), e -> e.getAttribute("Name"));
        add(
                "appModuleSiteMaps",
                "appModuleSiteMap",
                "AppModuleSiteMap",
                e -> Xml.text(e, "SiteMapUniqueName"),
                Xml::localizedName);
        add("appModules", "appModule", "AppModule", e -> Xml.text(e, "UniqueName"), Xml::localizedName);
        add(
                "connectionReferences",
                "connectionReference",
                "connectionreference",
                e -> e.getAttribute("connectionreferencelogicalname"),
                e -> Xml.text(e, "connectionreferencedisplayname"));
        return parts;
    }

    private void add(
            String group, String tag, String element, Function<Element, String> id, Function<Element, String> name) {
        for (Element found : Xml.all(customizations, element)) {
            if (!id.apply(found).isEmpty()) {
                parts.add(new Part(group, tag, id.apply(found), name.apply(found)));
            }
        }
    }
}
