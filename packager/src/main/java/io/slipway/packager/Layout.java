package io.slipway.packager;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which collection of a solution lies where in the tree: the tables that unpacking and packing both go by. */
final class Layout {

    /**
     * A collection with a file for each component.
     *
     * @param collection the element
     * @param key the child element, or attribute with {@code @}, that names the file
     * @param before the path up to the name
     * @param after the path from the name on
     * @param managed whether the managed file bears another name
     */
    record PerComponent(String collection, String key, String before, String after, boolean managed) {
        String path(String name) {
            return before + name + after;
        }

        boolean hasXsi() {
            return !collection.equals("AppModules");
        }
    }

    /** A collection with one file; {@code always} where an empty one is written too. */
    record PerCollection(String collection, String path, boolean managed, boolean always) {}

    /**
     * A collection of files that lie in the archive, each with its component in a file beside it.
     *
     * @param collection the element
     * @param folder the folder of the archive
     * @param fields what names the file in the archive, the first that is there
     * @param key what names the component to people
     */
    record Payload(String collection, String folder, List<String> fields, String key) {}

    private static final Map<String, PerComponent> PER_COMPONENT = by(
            PerComponent::collection,
            new PerComponent("optionsets", "@Name", "OptionSets/", ".xml", false),
            new PerComponent("Roles", "@name", "Roles/", ".xml", false),
            new PerComponent(
                    "SdkMessageProcessingSteps",
                    "@SdkMessageProcessingStepId",
                    "SdkMessageProcessingSteps/",
                    ".xml",
                    false),
            new PerComponent("Dashboards", "FormId", "Dashboards/", ".xml", false),
            new PerComponent("InteractionCentricDashboards", "FormId", "InteractionCentricDashboards/", ".xml", false),
            new PerComponent("EntityDataSources", "@EntityDataSourceId", "EntityDataSources/", ".xml", false),
            new PerComponent("EntityDataProviders", "EntityDataProviderId", "EntityDataProviders/", ".xml", false),
            new PerComponent(
                    "MobileOfflineProfiles", "@MobileOfflineProfileId", "MobileOfflineProfiles/", ".xml", false),
            new PerComponent("SLAs", "Name", "SLAs/", ".meta.xml", false),
            new PerComponent("ImportMaps", "Name", "ImportMaps/", ".meta.xml", false),
            new PerComponent("AppModules", "UniqueName", "AppModules/", "/AppModule.xml", true),
            new PerComponent(
                    "AppModuleSiteMaps", "SiteMapUniqueName", "AppModuleSiteMaps/", "/AppModuleSiteMap.xml", true),
            new PerComponent("CanvasApps", "Name", "CanvasApps/", ".meta.xml", false),
            new PerComponent("Connectors", "name", "Connectors/", ".xml", false));

    private static final Map<String, PerCollection> PER_COLLECTION = by(
            PerCollection::collection,
            new PerCollection("SiteMap", "Other/SiteMap.xml", true, false),
            new PerCollection("ConnectionRoles", "Other/ConnectionRoles.xml", false, false),
            new PerCollection("FieldSecurityProfiles", "Other/FieldSecurityProfiles.xml", false, false),
            new PerCollection("RibbonDiffXml", "Other/RibbonCustomization.xml", false, true),
            new PerCollection("ServiceEndpoints", "PluginAssemblies/ServiceEndpoints.xml", false, false),
            new PerCollection("EntityMaps", "Other/EntityMaps.xml", false, false));

    private static final Map<String, Payload> PAYLOAD = by(
            Payload::collection,
            new Payload("Workflows", "Workflows", List.of("JsonFileName", "XamlFileName"), "@Name"),
            new Payload("WebResources", "WebResources", List.of("FileName"), "Name"),
            new Payload("SolutionPluginAssemblies", "PluginAssemblies", List.of("FileName"), "@FullName"),
            new Payload("CustomControls", "Controls", List.of("FileName"), "Name"),
            new Payload("StoredProcedures", "StoredProcedures", List.of("file", "@file"), "@name"),
            new Payload("Reports", "Reports", List.of("ExportedFileName"), "Name"));

    /** Folders at the root of a tree that hold components whose placeholder is in the residual. */
    static final Set<String> FOLDERS = Set.of(
            "Entities",
            "Other",
            "OptionSets",
            "Roles",
            "SdkMessageProcessingSteps",
            "Dashboards",
            "InteractionCentricDashboards",
            "EntityDataSources",
            "EntityDataProviders",
            "MobileOfflineProfiles",
            "SLAs",
            "ImportMaps",
            "AppModules",
            "AppModuleSiteMaps",
            "CanvasApps",
            "Connectors",
            "PluginAssemblies",
            "Workflows",
            "WebResources",
            "Controls",
            "StoredProcedures",
            "Reports",
            "Templates");

    /** Folders that are known to pass through as they are. */
    static final Set<String> PASSING = Set.of(
            "environmentvariabledefinitions",
            "bots",
            "botcomponents",
            "botcomponentcollections",
            "customapis",
            "appactions",
            "aiplugins",
            "aipluginoperations",
            "fxexpressions",
            "maskingrules",
            "Assets",
            "Formulas",
            "Connector");

    private Layout() {}

    /** Folders of files that belong to components; without any component they pass through. */
    static boolean isPayloadFolder(String folder) {
        return folder.equals("CanvasApps")
                || PAYLOAD.values().stream().anyMatch(kind -> kind.folder().equals(folder));
    }

    static boolean isCollectionFile(String path) {
        return PER_COLLECTION.values().stream().anyMatch(kind -> kind.path().equals(path));
    }

    /** Every collection that has a place in the tree, in a fixed order. */
    static List<String> collections() {
        return Stream.of(
                        Stream.of("Entities", "EntityRelationships", "Templates"),
                        PER_COMPONENT.keySet().stream(),
                        PER_COLLECTION.keySet().stream(),
                        PAYLOAD.keySet().stream())
                .flatMap(names -> names)
                .sorted()
                .toList();
    }

    /** Whether files of this collection are among these paths. */
    static boolean hasFiles(String collection, Collection<String> paths) {
        return paths.stream().anyMatch(path -> isFileOf(collection, path));
    }

    private static boolean isFileOf(String collection, String path) {
        return switch (collection) {
            case "Entities" -> path.startsWith("Entities/") && path.endsWith("/Entity.xml");
            case "EntityRelationships" -> path.equals("Other/Relationships.xml");
            case "Templates" -> path.startsWith("Templates/") && path.endsWith("Templates.xml");
            default -> isFileOfTables(collection, path);
        };
    }

    private static boolean isFileOfTables(String collection, String path) {
        PerComponent component = PER_COMPONENT.get(collection);
        if (component != null) {
            return path.startsWith(component.before()) && path.endsWith(component.after());
        }
        PerCollection whole = PER_COLLECTION.get(collection);
        if (whole != null) {
            return path.equals(whole.path());
        }
        Payload payload = PAYLOAD.get(collection);
        return payload != null && path.startsWith(payload.folder() + "/") && path.endsWith(".data.xml");
    }

    static Optional<PerComponent> perComponent(String collection) {
        return Optional.ofNullable(PER_COMPONENT.get(collection));
    }

    static Optional<PerCollection> perCollection(String collection) {
        return Optional.ofNullable(PER_COLLECTION.get(collection));
    }

    static Optional<Payload> payload(String collection) {
        return Optional.ofNullable(PAYLOAD.get(collection));
    }

    @SafeVarargs
    private static <T> Map<String, T> by(Function<T, String> key, T... all) {
        return Stream.of(all).collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
