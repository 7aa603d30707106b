package io.slipway.governance;

import io.slipway.alm.Catalog;
import io.slipway.alm.Installed;
import io.slipway.alm.Problem;
import io.slipway.alm.Solution;
import io.slipway.alm.Target;
import io.slipway.cards.Card;
import io.slipway.cards.StatusCard;
import io.slipway.cards.StatusCard.Going;
import io.slipway.cards.StatusCard.Place;
import io.slipway.cards.StatusCard.Section;
import io.slipway.ports.Bindings;
import io.slipway.ports.Environments;
import io.slipway.ports.Room;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Asks each environment what it has; one that does not answer says so on the card, in the place of a version. */
final class WhatIsWhere {

    private final Catalog catalog;
    private final Environments environments;
    private final Bindings bindings;
    private final OnItsWay onItsWay;
    private final Clock clock;

    WhatIsWhere(Catalog catalog, Environments environments, Bindings bindings, OnItsWay onItsWay, Clock clock) {
        this.catalog = catalog;
        this.environments = environments;
        this.bindings = bindings;
        this.onItsWay = onItsWay;
        this.clock = clock;
    }

    /** All solutions of the room's project; of the whole catalog where the room has none. */
    Card card(Room room) {
        List<Solution> ours = bindings.of(room.place())
                .map(binding -> catalog.solutions().stream()
                        .filter(solution -> solution.project().equals(binding.project()))
                        .toList())
                .filter(solutions -> !solutions.isEmpty())
                .orElse(catalog.solutions());
        return card("", ours);
    }

    Card card(Solution solution) {
        return card(solution.name(), List.of(solution));
    }

    private Card card(String asked, List<Solution> solutions) {
        List<Question> questions = solutions.stream()
                .flatMap(solution -> solution.targets().stream()
                        .flatMap(name -> catalog.target(name).stream())
                        .map(target -> new Question(solution, target)))
                .toList();
        List<Answer> answers = AllAtOnce.ask(questions, this::ask);
        List<Section> sections = solutions.stream()
                .map(solution -> new Section(solution.title(), places(solution, answers)))
                .toList();
        List<Going> going = onItsWay.of(solutions);
        return new StatusCard(asked, sections, going, clock.instant()).card();
    }

    private static List<Place> places(Solution solution, List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.question().solution().equals(solution))
                .map(Answer::place)
                .toList();
    }

    private Answer ask(Question question) {
        return new Answer(question, place(question.solution(), question.target()));
    }

    private Place place(Solution solution, Target target) {
        try {
            Optional<Installed> installed = environments.installed(target, solution.name());
            return new Place(
                    target.title(),
                    installed.map(one -> one.version().toString()).orElse(""),
                    installed.map(Installed::installed),
                    installed.map(Installed::managed).orElse(true),
                    "");
        } catch (Problem unread) {
            return new Place(target.title(), "", Optional.empty(), true, "cannot be read: " + unread.getMessage());
        }
    }

    private record Question(Solution solution, Target target) {}

    private record Answer(Question question, Place place) {}
}
