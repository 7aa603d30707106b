package io.slipway.deploy;

import io.slipway.alm.Run;
import io.slipway.alm.RunState;
import io.slipway.cards.Elapsed;
import io.slipway.ports.Pipelines;
import io.slipway.runs.RunPlan;
import java.time.Clock;
import java.time.Duration;

/** Tells the second person who is there already, in which run and since when. */
final class Busy {

    private final Pipelines pipelines;
    private final Clock clock;

    Busy(Pipelines pipelines, Clock clock) {
        this.pipelines = pipelines;
        this.clock = clock;
    }

    String tell(RunPlan plan) {
        String since = Elapsed.text(Duration.between(plan.asked(), clock.instant()));
        return plan.person().name() + " is deploying **" + plan.title() + "** already, for " + since
                + plan.run().map(pipelines::read).map(Busy::inRun).orElse(": it is being queued now")
                + ". Only one deployment of a solution to a target goes at a time: wait until it has ended, or type"
                + plan.run().map(run -> " `cancel " + run.id() + "`").orElse(" `cancel`") + ".";
    }

    private static String inRun(Run run) {
        String waits = run.state() == RunState.WAITING ? ", which waits for approval" : "";
        return ", in [run " + run.ref().id() + "](" + run.link() + ")" + waits;
    }
}
