package io.slipway.deploy;

import io.slipway.alm.Catalog;
import io.slipway.alm.Packaged;
import io.slipway.alm.Solution;
import io.slipway.alm.SolutionVersion;
import io.slipway.alm.Target;
import io.slipway.cards.SuggestionCard;
import io.slipway.cards.SuggestionCard.Suggestion;
import io.slipway.chat.Ask;
import io.slipway.chat.Command;
import io.slipway.chat.DidYouMean;
import io.slipway.chat.Plain;
import io.slipway.ports.Pipelines;
import io.slipway.ports.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code deploy}: understands what is meant, and lets {@link Departure} do it. */
final class DeployCommand implements Command {

    private static final int OFFERED = 3;
    private static final int LISTED = 10;

    private final Catalog catalog;
    private final Pipelines pipelines;
    private final Departure departure;

    DeployCommand(Catalog catalog, Pipelines pipelines, Departure departure) {
        this.catalog = catalog;
        this.pipelines = pipelines;
        this.departure = departure;
    }

    @Override
    public String name() {
        return "deploy";
    }

    @Override
    public String synopsis() {
        return "deploy <solution> [<version>] to <target> [--dry-run]";
    }

    @Override
    public String purpose() {
        return "Takes a solution to a target, through the targets before it, and shows the run on one live card.";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("deploy Expenses to test", "Takes the newest package to Test."),
                new Example("deploy Expenses 1.4.0.13 to prod", "Takes this version through Test to Production."),
                new Example("deploy Expenses to prod --dry-run", "Only says what would happen."),
                new Example("deploy", "Asks for the rest."));
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public String typed(Map<String, String> form) {
        return DeployForm.typed(form);
    }

    @Override
    public Reply handle(Ask ask) {
        DeployWords words = DeployWords.of(ask.words(), catalog);
        Optional<Solution> solution = words.solution().flatMap(catalog::solution);
        Optional<Target> target = words.target().flatMap(catalog::target);
        if (words.solution().isPresent() && solution.isEmpty()) {
            return DidYouMean.reply(
                    ask,
                    "solution",
                    words.solution().get(),
                    catalog.solutions().stream().map(Solution::name).toList());
        }
        if (words.target().isPresent() && target.isEmpty()) {
            return DidYouMean.reply(ask, "target", words.target().get(), targets(solution));
        }
        if (solution.isEmpty() || target.isEmpty()) {
            return new Reply.Show(DeployForm.ask(catalog, solution, target, listed(solution)));
        }
        return known(ask, words, solution.get(), target.get());
    }

    private List<String> targets(Optional<Solution> solution) {
        return solution.map(Solution::targets)
                .orElseGet(() -> catalog.targets().stream().map(Target::name).toList());
    }

    private List<Packaged> listed(Optional<Solution> solution) {
        return solution.map(pipelines::packages).orElse(List.of()).stream()
                .limit(LISTED)
                .toList();
    }

    private Reply known(Ask ask, DeployWords words, Solution solution, Target target) {
        if (!solution.targets().contains(target.name())) {
            return new Reply.Say("**" + solution.title() + "** does not go to **" + target.title() + "**. It goes to "
                    + String.join(", then ", solution.targets()) + ", as catalog.yml says.");
        }
        return departure.held(ask, solution, target).orElseGet(() -> versioned(ask, words, solution, target));
    }

    private Reply versioned(Ask ask, DeployWords words, Solution solution, Target target) {
        List<Packaged> packages = pipelines.packages(solution);
        if (packages.isEmpty()) {
            return new Reply.Say("There is nothing to deploy: no run of **" + solution.buildPipeline()
                    + "** has made a package of **" + solution.title() + "** yet. Run the build first.");
        }
        if (words.version().isEmpty()) {
            return departure.go(ask, solution, packages.getFirst().version(), target);
        }
        Optional<SolutionVersion> version = SolutionVersion.parse(
                        words.version().get())
                .filter(wanted ->
                        packages.stream().anyMatch(one -> one.version().equals(wanted)));
        return version.map(wanted -> departure.go(ask, solution, wanted, target))
                .orElseGet(() -> unknown(ask, solution, words.version().get(), packages));
    }

    private static Reply unknown(Ask ask, Solution solution, String typed, List<Packaged> packages) {
        List<Suggestion> newest = packages.stream()
                .limit(OFFERED)
                .map(one -> one.version().toString())
                .map(version -> new Suggestion(version, ask.words().corrected(typed, version)))
                .toList();
        String problem = "No build has made version " + Plain.text(typed) + " of " + solution.title() + ".";
        return new Reply.Show(new SuggestionCard(problem, newest).card());
    }
}
