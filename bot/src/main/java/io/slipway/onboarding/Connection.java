package io.slipway.onboarding;

import io.slipway.alm.Catalog;
import io.slipway.alm.Project;
import io.slipway.alm.Solution;
import io.slipway.cards.ConnectCard;
import io.slipway.cards.ConnectCard.Check;
import io.slipway.cards.State;
import io.slipway.ports.EventSubscriptions;
import io.slipway.ports.EventSubscriptions.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** What works between a channel and its project, and what somebody still has to do. */
final class Connection {

    private final Catalog catalog;
    private final EventSubscriptions subscriptions;

    Connection(Catalog catalog, EventSubscriptions subscriptions) {
        this.catalog = catalog;
        this.subscriptions = subscriptions;
    }

    /** The project as everything else here knows it. */
    Project known(Project found) {
        return catalog.spelled(found);
    }

    /** Sees to the subscriptions and tells how everything is. */
    ConnectCard card(Project project, boolean approvals) {
        String organization = project.organization().toString();
        return new ConnectCard(
                project.name(),
                organization.substring(organization.lastIndexOf('/') + 1),
                organization + "/" + project.name().replace(" ", "%20"),
                true,
                List.of(solutions(project), news(subscriptions.ensure(project)), approvals(approvals)));
    }

    private Check solutions(Project project) {
        List<Solution> known = catalog.solutions().stream()
                .filter(solution -> solution.project().equals(project))
                .toList();
        String names = known.stream().map(Solution::title).collect(Collectors.joining(", "));
        return known.isEmpty()
                ? new Check(
                        "Solutions",
                        State.PARTLY,
                        "The catalog has no solution of this project.",
                        "Whoever runs Slipway adds it to catalog.yml.",
                        "")
                : new Check("Solutions", State.SUCCEEDED, names, "", "");
    }

    private static Check news(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Subscribed done ->
                new Check("News of runs", State.SUCCEEDED, "Azure DevOps tells me when something changes.", "", "");
            case Outcome.NotAllowed not ->
                new Check(
                        "News of runs",
                        State.PARTLY,
                        "I may not subscribe to events. Until then I look by myself, at least once a minute.",
                        not.remedy(),
                        not.where().toString());
            case Outcome.NotReachable not ->
                new Check(
                        "News of runs",
                        State.PARTLY,
                        "Azure DevOps cannot call me, as I have no public address. I look by myself, at least once a"
                                + " minute.",
                        "",
                        "");
        };
    }

    private static Check approvals(boolean here) {
        return new Check(
                "Approvals",
                State.SUCCEEDED,
                here
                        ? "They are asked here."
                        : "They are asked where the deployment was asked for, or in a channel that is connected “for"
                                + " approvals”.",
                "",
                "");
    }
}
