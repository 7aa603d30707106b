package io.slipway.packager;

import java.util.List;
import java.util.random.RandomGenerator;

/** Makes solutions by chance: any collections, odd names, odd XML, payloads named, missing and left over. */
final class RandomSolution {

    private static final List<String> SIMPLE = List.of(
            "optionsets:optionset:Name",
            "SdkMessageProcessingSteps:SdkMessageProcessingStep:SdkMessageProcessingStepId",
            "EntityDataSources:EntityDataSource:EntityDataSourceId",
            "MobileOfflineProfiles:MobileOfflineProfile:MobileOfflineProfileId");
    private static final List<String> NAMED = List.of(
            "Dashboards:Dashboard:FormId",
            "SLAs:SLA:Name",
            "ImportMaps:ImportMap:Name",
            "AppModules:AppModule:UniqueName",
            "AppModuleSiteMaps:AppModuleSiteMap:SiteMapUniqueName",
            "Connectors:Connector:name");
    private static final String[] PIECES = {
        "a", "B", "é", "日本", "x y", "-", "_", "'", ".", "(1)", "=", "😀", "tide", "#", "%41"
    };

    private final RandomGenerator random;
    private final StringBuilder collections = new StringBuilder();
    private final Archives archive;

    private RandomSolution(RandomGenerator random) {
        this.random = random;
        this.archive = Archives.solution("");
    }

    static Archives with(RandomGenerator random) {
        return new RandomSolution(random).make();
    }

    private Archives make() {
        for (String kind : SIMPLE) {
            String[] parts = kind.split(":");
            collection(
                    parts[0],
                    () -> "<" + parts[1] + " " + parts[2] + "=\"" + escaped(name()) + "\">" + content() + "</"
                            + parts[1] + ">");
        }
        for (String kind : NAMED) {
            String[] parts = kind.split(":");
            collection(
                    parts[0],
                    () -> "<" + parts[1] + "><" + parts[2] + ">" + escaped(name()) + "</" + parts[2] + ">" + content()
                            + "</" + parts[1] + ">");
        }
        collection("Entities", this::entity);
        collection("Workflows", this::workflow);
        collection("EntityRelationships", this::relationship);
        collection("Unheard", this::content);
        if (random.nextBoolean()) {
            archive.with("bots/" + name() + "/bot.xml", "<bot/>");
        }
        return archive.with(
                "customizations.xml",
                "<ImportExportXml xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" + collections
                        + "</ImportExportXml>");
    }

    private interface Maker {
        String make();
    }

    private void collection(String name, Maker maker) {
        int count = random.nextInt(-2, 4);
        if (count < -1) {
            return;
        }
        collections.append('<').append(name).append('>');
        for (int i = 0; i < count; i++) {
            collections.append(maker.make());
        }
        collections.append("</").append(name).append('>');
    }

    private String entity() {
        String forms = random.nextBoolean()
                ? "<FormXml><forms type=\"main\"><systemform><formid>" + escaped(name()) + "</formid>" + content()
                        + "</systemform></forms></FormXml>"
                : "";
        String ribbon = random.nextBoolean() ? "<RibbonDiffXml>" + content() + "</RibbonDiffXml>" : "";
        return "<Entity><Name>" + escaped(name()) + "</Name>" + forms + ribbon + content() + "</Entity>";
    }

    private String workflow() {
        String file = "Workflows/" + random.nextInt(1000) + ".json";
        if (random.nextInt(4) > 0) {
            archive.with(file, "{\"n\":" + random.nextInt() + "}");
        }
        return "<Workflow Name=\"" + escaped(name()) + "\"><JsonFileName>/" + file + "</JsonFileName></Workflow>";
    }

    private String relationship() {
        return "<EntityRelationship Name=\"r" + random.nextInt() + "\"><ReferencedEntityName>" + escaped(name())
                + "</ReferencedEntityName>" + content() + "</EntityRelationship>";
    }

    private String content() {
        return switch (random.nextInt(8)) {
            case 0 -> "<x/>";
            case 1 -> "<x></x>";
            case 2 -> "<x> mixed <y>\r\n</y><![CDATA[<z>]]> tail</x>";
            case 3 -> "<!-- note --><x a=\"&#9;&lt;" + escaped(name()) + "\"/>";
            case 4 -> "<x xml:space=\"preserve\"> <y/> </x>";
            case 5 -> "<x xsi:nil=\"true\"></x>";
            case 6 -> "<x>" + escaped(name()) + content() + "</x>";
            default -> "";
        };
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            name.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return name.append(random.nextInt(100)).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
