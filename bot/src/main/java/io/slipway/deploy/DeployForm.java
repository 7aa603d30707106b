package io.slipway.deploy;

import io.slipway.alm.Catalog;
import io.slipway.alm.Packaged;
import io.slipway.alm.Solution;
import io.slipway.alm.Target;
import io.slipway.cards.Card;
import io.slipway.cards.Fields;
import io.slipway.cards.FormCard;
import io.slipway.cards.FormCard.Option;
import io.slipway.cards.FormCard.Question;
import io.slipway.chat.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for what is missing from a {@code deploy}. */
final class DeployForm {

    private DeployForm() {}

    /** @param packages the newest versions, when the solution is known */
    static Card ask(Catalog catalog, Optional<Solution> solution, Optional<Target> target, List<Packaged> packages) {
        List<Question> questions = new ArrayList<>();
        questions.add(what(catalog, solution));
        if (!packages.isEmpty()) {
            questions.add(new Question(Fields.VERSION, "Version", versions(packages), "", false, "Newest"));
        }
        String chosen = target.map(Target::name).orElse("");
        questions.add(
                new Question(Fields.TARGET, "To", targets(catalog, solution), chosen, true, "Choose where it goes"));
        return new FormCard("deploy", "Deploy a solution", "", questions, "Deploy").card();
    }

    private static Question what(Catalog catalog, Optional<Solution> solution) {
        List<Option> options = catalog.solutions().stream()
                .map(one -> new Option(one.title(), one.name()))
                .toList();
        String chosen = solution.map(Solution::name)
                .orElse(options.size() == 1 ? options.getFirst().value() : "");
        return new Question(Fields.SOLUTION, "Solution", options, chosen, true, "Choose a solution");
    }

    private static List<Option> versions(List<Packaged> packages) {
        return packages.stream()
                .map(one -> one.version().toString())
                .map(version -> new Option(version, version))
                .toList();
    }

    private static List<Option> targets(Catalog catalog, Optional<Solution> solution) {
        return catalog.targets().stream()
                .filter(one -> solution.isEmpty() || solution.get().targets().contains(one.name()))
                .map(one -> new Option(one.title(), one.name()))
                .toList();
    }

    /** The line that somebody would have typed instead. */
    static String typed(Map<String, String> form) {
        StringBuilder line = new StringBuilder("deploy");
        List.of(Fields.SOLUTION, Fields.VERSION).forEach(field -> add(line, "", form.getOrDefault(field, "")));
        add(line, "to ", form.getOrDefault(Fields.TARGET, ""));
        return line.toString();
    }

    private static void add(StringBuilder line, String before, String value) {
        if (!value.isBlank()) {
            line.append(' ').append(before).append(Words.quoted(value.strip()));
        }
    }
}
