package io.slipway.packager.cli;

import io.slipway.packager.inventory.Component;
import io.slipway.packager.inventory.Fact;
import io.slipway.packager.inventory.Inventory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code inventory}: what is in a solution. */
@Command(
        name = "inventory",
        mixinStandardHelpOptions = true,
        description = "Lists the components of an archive or a tree.",
        footerHeading = "%nExample:%n",
        footer = "  inventory --json Expenses.zip")
final class InventoryCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Mixin
    private Talk talk = new Talk();

    @Parameters(paramLabel = "ZIP-OR-FOLDER", description = "The solution.")
    private Path solution = Path.of("");

    @Option(names = "--json", description = "Write JSON instead of text.")
    private boolean json;

    @Option(names = "--language", description = "Language of display names. Default: ${DEFAULT-VALUE}.")
    private int language = 1033;

    @Override
    public Integer call() {
        Inventory inventory = Inventory.of(solution, language);
        if (json) {
            talk.out().println(json(inventory));
        } else {
            for (Component component : inventory.components()) {
                String owner = component.parent().isEmpty() ? "" : " (" + component.parent() + ")";
                talk.say(component.kind() + ": " + component.displayName() + owner + " [" + component.schemaName()
                        + "]");
            }
        }
        return 0;
    }

    private static String json(Inventory inventory) {
        ObjectNode root = JSON.createObjectNode();
        root.put("uniqueName", inventory.manifest().uniqueName());
        root.put("version", inventory.manifest().version());
        root.put("type", inventory.manifest().type());
        ArrayNode list = root.putArray("components");
        for (Component component : inventory.components()) {
            ObjectNode node = list.addObject()
                    .put("type", component.type())
                    .put("kind", component.kind())
                    .put("schemaName", component.schemaName())
                    .put("id", component.id())
                    .put("displayName", component.displayName())
                    .put("table", component.parent());
            ObjectNode facts = node.putObject("facts");
            new java.util.TreeMap<>(component.facts()).forEach((key, value) -> {
                if (Fact.group(key).isEmpty() && !key.startsWith("#")) {
                    facts.put(key, value);
                }
            });
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }
}
