package io.slipway.deploy;

import io.slipway.alm.Catalog;
import io.slipway.alm.Problem;
import io.slipway.alm.RunRequest;
import io.slipway.alm.Solution;
import io.slipway.alm.SolutionVersion;
import io.slipway.alm.Target;
import io.slipway.cards.ConfirmCard;
import io.slipway.chat.Ask;
import io.slipway.chat.Words;
import io.slipway.deploy.DeployRules.Finding;
import io.slipway.deploy.DeployRules.Place;
import io.slipway.jobs.Engine;
import io.slipway.ports.Environments;
import io.slipway.ports.Reply;
import io.slipway.runs.RequestKey;
import io.slipway.runs.RunPlan;
import io.slipway.runs.RunTask;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets a version go: looks whether the way is free, and starts the run under its name. */
final class Departure {

    private static final String AGAIN = "again";
    private static final String DRY_RUN = "dry-run";

    private final Catalog catalog;
    private final Environments environments;
    private final Engine engine;
    private final RunTask task;
    private final Busy busy;
    private final Clock clock;

    Departure(Catalog catalog, Environments environments, Engine engine, RunTask task, Busy busy, Clock clock) {
        this.catalog = catalog;
        this.environments = environments;
        this.engine = engine;
        this.task = task;
        this.busy = busy;
        this.clock = clock;
    }

    /** What to say when a deployment of this solution to this target is going on. */
    Optional<Reply> held(Ask ask, Solution solution, Target target) {
        RequestKey key = new RequestKey(solution.name(), new SolutionVersion(0, 0, 0, 0), target.name(), ask.key());
        return engine.running(task, key.lock()).map(plan -> taken(plan, ask));
    }

    private Reply taken(RunPlan plan, Ask ask) {
        boolean same = plan.request().key().endsWith("/" + ask.key());
        return new Reply.Say(same ? onIt(plan) : busy.tell(plan));
    }

    Reply go(Ask ask, Solution solution, SolutionVersion version, Target target) {
        List<Target> all = solution.targets().stream()
                .flatMap(name -> catalog.target(name).stream())
                .toList();
        List<Place> way = all.stream()
                .limit(all.indexOf(target) + 1L)
                .map(place -> place(place, solution))
                .toList();
        Finding finding = DeployRules.judge(solution, version, way);
        RunRequest request = new RunRequest(
                new RequestKey(solution.name(), version, target.name(), ask.key()).toString(),
                solution,
                version,
                DeployRules.skipped(solution, target, all));
        return switch (finding) {
            case Finding.Stop stop -> new Reply.Say(stop.why());
            case Finding.Same same -> wanted(ask) ? depart(ask, request, target, way) : again(request, target);
            case Finding.Go go -> depart(ask, request, target, way);
        };
    }

    private static boolean wanted(Ask ask) {
        return ask.words().flag(AGAIN) || ask.words().flag(DRY_RUN);
    }

    /** An environment that does not answer stops nobody: the pipeline itself will find out. */
    private Place place(Target target, Solution solution) {
        try {
            return new Place(target, environments.installed(target, solution.name()), "");
        } catch (Problem.Unavailable | Problem.Refused away) {
            return new Place(target, Optional.empty(), away.getMessage());
        }
    }

    private static Reply again(RunRequest request, Target target) {
        Solution solution = request.solution();
        return new Reply.Show(new ConfirmCard(
                        solution.title() + " " + request.version() + " is in " + target.title()
                                + " already. Deploy it again?",
                        "The same version is imported once more; what was changed there by hand may be overwritten.",
                        "Deploy again",
                        "Leave it",
                        "deploy " + Words.quoted(solution.name()) + " " + request.version() + " to "
                                + Words.quoted(target.name()) + " --" + AGAIN)
                .card());
    }

    private Reply depart(Ask ask, RunRequest request, Target target, List<Place> way) {
        RunPlan plan = RunPlan.begin(request, target, ask.from(), ask.room(), clock.instant());
        if (ask.words().flag(DRY_RUN)) {
            return new Reply.Say(dryRun(plan, way));
        }
        return engine.start(task, plan.lock(), plan)
                .running()
                .map(other -> taken(other, ask))
                .orElseGet(() -> new Reply.Say(onIt(plan) + unread(way)));
    }

    private static String onIt(RunPlan plan) {
        return "On it: **" + plan.title() + "**. The run appears here as soon as Azure DevOps has queued it.";
    }

    private static String unread(List<Place> way) {
        return way.stream()
                .filter(place -> !place.problem().isEmpty())
                .map(place -> " What is in " + place.target().title() + " now could not be read: " + place.problem())
                .collect(Collectors.joining());
    }

    private static String dryRun(RunPlan plan, List<Place> way) {
        String stops = way.stream()
                .map(place -> place.target().title() + " (" + there(place) + ")")
                .collect(Collectors.joining(", then "));
        return "**" + plan.title() + "** would start a run of "
                + plan.request().solution().deployPipeline()
                + " in your name, through " + stops + ". Gates on the way stop it until they are approved."
                + " Nothing was started; leave out `--dry-run` to do it.";
    }

    private static String there(Place place) {
        return place.problem().isEmpty()
                ? place.installed().map(there -> "now " + there.version()).orElse("not there yet")
                : "cannot be read now";
    }
}
