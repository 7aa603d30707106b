package io.slipway.packager.inventory;

import io.slipway.packager.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Walks a tree and hands each file to the reader that has words for it. */
final class TreeReader {

    private static final Set<String> OWNED = Set.of(
            "Entities",
            "OptionSets",
            "Other",
            "Roles",
            "Workflows",
            "WebResources",
            "AppModules",
            "AppModuleSiteMaps",
            "CanvasApps",
            "environmentvariabledefinitions",
            "Dashboards",
            "InteractionCentricDashboards",
            "SdkMessageProcessingSteps",
            "PluginAssemblies",
            "Controls",
            "Reports",
            "SLAs",
            "MobileOfflineProfiles",
            "ImportMaps",
            "Connectors",
            "EntityDataProviders",
            "EntityDataSources",
            "Templates",
            "StoredProcedures",
            "Resources",
            "Formulas",
            "Connector");

    private final SourceTree tree;
    private final List<Component> components = new ArrayList<>();
    private final TableReader tables;
    private final FlowReader flows;
    private final AppReader apps;
    private final PartReader parts;
    private final OtherReader others;

    TreeReader(SourceTree tree, int language) {
        this.tree = tree;
        Reading reading = new Reading(language);
        tables = new TableReader(tree, reading, components::add);
        flows = new FlowReader(tree, reading, components::add);
        apps = new AppReader(tree, reading, components::add);
        parts = new PartReader(tree, reading, components::add);
        others = new OtherReader(tree, reading, components::add);
    }

    List<Component> read() {
        tree.files().stream().filter(new Reading(0).notTwin(tree)).forEach(this::file);
        XmlNode residual = XmlNode.read(tree, "Other/Customizations.xml");
        parts.connections(residual);
        others.residual(residual);
        Set<String> passing = new LinkedHashSet<>();
        tree.files().stream().filter(path -> path.contains("/")).forEach(path -> passing.add(path.split("/", 2)[0]));
        passing.removeAll(OWNED);
        passing.forEach(others::folder);
        return components;
    }

    private void file(String path) {
        String top = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        switch (top) {
            case "Entities" -> {
                if (path.endsWith("/Entity.xml")) {
                    tables.read(path.substring(0, path.length() - "Entity.xml".length()));
                }
            }
            case "OptionSets" -> parts.choice(path);
            case "Roles" -> parts.role(path);
            case "AppModules" -> apps.app(path);
            case "AppModuleSiteMaps" -> apps.siteMap(path, "");
            case "Other" -> other(path);
            case "Workflows" -> ifEnds(path, ".data.xml", () -> flows.read(path));
            case "WebResources" -> ifEnds(path, ".data.xml", () -> parts.webResource(path));
            case "CanvasApps" -> ifEnds(path, ".meta.xml", () -> apps.canvas(path));
            case "environmentvariabledefinitions" -> {
                ifEnds(path, "/environmentvariabledefinition.xml", () -> parts.variable(path));
            }
            default -> {
                others.whole(path);
                if (OtherReader.isKnownFile(path)) {
                    others.file(path);
                }
            }
        }
    }

    private void other(String path) {
        if (path.startsWith("Other/Relationships/")) {
            parts.relationships(path);
        } else if (path.equals("Other/SiteMap.xml") || path.equals("Other/SiteMap_managed.xml")) {
            apps.siteMap(path, "Default");
        } else if (path.equals("Other/FieldSecurityProfiles.xml")) {
            parts.fieldSecurity(path);
        } else {
            others.whole(path);
        }
    }

    private static void ifEnds(String path, String end, Runnable reader) {
        if (path.endsWith(end)) {
            reader.run();
        }
    }
}
