package io.slipway.packager.cli;

import io.slipway.packager.inventory.Change;
import io.slipway.packager.inventory.Inventory;
import io.slipway.packager.inventory.SolutionDiff;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code diff}: what changed between two solutions, in words. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what changed from one archive or tree to another.",
            "A line with ! loses data when the newer one is imported as an upgrade."
        },
        footerHeading = "%nExample:%n",
        footer = "  diff Expenses_1_4_0_12.zip Expenses_1_4_0_13.zip")
final class DiffCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Mixin
    private Talk talk = new Talk();

    @Parameters(index = "0", paramLabel = "OLD", description = "The older archive or tree.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The newer archive or tree.")
    private Path after = Path.of("");

    @Option(names = "--json", description = "Write JSON instead of text.")
    private boolean json;

    @Option(names = "--language", description = "Language of display names. Default: ${DEFAULT-VALUE}.")
    private int language = 1033;

    @Override
    public Integer call() {
        SolutionDiff diff = SolutionDiff.between(Inventory.of(before, language), Inventory.of(after, language));
        if (json) {
            talk.out().println(json(diff));
        } else {
            talk.say(diff.text());
        }
        return 0;
    }

    private static String json(SolutionDiff diff) {
        ObjectNode root = JSON.createObjectNode().put("from", diff.from()).put("to", diff.to());
        root.put("losesData", diff.losesData());
        ArrayNode list = root.putArray("changes");
        for (Change change : diff.changes()) {
            ObjectNode node = list.addObject()
                    .put("change", change.kind().name().toLowerCase(java.util.Locale.ROOT))
                    .put("type", change.component().type())
                    .put("kind", change.component().kind())
                    .put("schemaName", change.component().schemaName())
                    .put("displayName", change.component().displayName())
                    .put("table", change.component().parent())
                    .put("loss", change.loss())
                    .put("sentence", change.sentence());
            ArrayNode parts = node.putArray("parts");
            change.parts().forEach(parts::add);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }
}
