package io.slipway.runs;

import io.slipway.alm.Person;
import io.slipway.alm.RunRequest;
import io.slipway.alm.SolutionVersion;
import io.slipway.ports.Conversations;
import io.slipway.ports.GateEvents;
import io.slipway.ports.Gates;
import io.slipway.ports.Ledger;
import io.slipway.ports.Pipelines;
import io.slipway.ports.Postings;
import io.slipway.pretend.Kill;
import io.slipway.pretend.People;
import io.slipway.pretend.PretendAzure;
import io.slipway.pretend.PretendEngine;
import io.slipway.pretend.PretendMemory;
import io.slipway.pretend.PretendTeams;
import io.slipway.pretend.TurnedClock;
import java.util.List;

/** The stair with a pretended world around it, which outlives it: it can be killed and built again. */
public final class Stair {

    public final TurnedClock clock = new TurnedClock();
    public final PretendEngine engine = new PretendEngine(clock);
    public final PretendAzure azure = new PretendAzure(clock);
    public final PretendTeams teams = new PretendTeams();
    public final PretendMemory memory = new PretendMemory();

    private Parts parts = build(new Kill(), (run, gate) -> {});

    /** The parts of one life of the service. */
    public record Parts(
            RunTask task,
            RefreshTask refresh,
            RunUpdates updates,
            LiveCards cards,
            RunReader reader,
            RunCards drawing,
            Orphans orphans,
            OrphanTask orphanTask,
            Hints hints) {}

    public Parts parts() {
        return parts;
    }

    /** A new life: memory and engine stay, everything else is new. */
    public Parts start(Kill kill, GateEvents gates) {
        parts = build(kill, gates);
        engine.restarted(parts.task(), parts.refresh(), parts.orphanTask());
        return parts;
    }

    private Parts build(Kill kill, GateEvents gateEvents) {
        Pipelines pipelines = kill.around(Pipelines.class, azure);
        Conversations conversations = kill.around(Conversations.class, teams);
        Postings postings = kill.around(Postings.class, memory);
        LiveCards cards = new LiveCards(postings, conversations);
        Hints hints = new Hints();
        RunCards drawing = new RunCards(People.CATALOG, clock);
        RunTask[] late = new RunTask[1];
        Followers followers = new Followers(engine, () -> late[0]);
        RunReader reader = new RunReader(pipelines, kill.around(Gates.class, azure), drawing, followers);
        RefreshTask refresh = new RefreshTask(reader, cards, hints, gateEvents, followers);
        RunUpdates updates = new RunUpdates(engine, refresh, cards, hints);
        RunTask.Audit audit = new RunTask.Audit(kill.around(Ledger.class, memory), clock);
        late[0] = new RunTask(pipelines, cards, updates, conversations, audit);
        OrphanTask orphanTask = new OrphanTask(cards, conversations);
        Orphans orphans = new Orphans(engine, orphanTask, cards);
        return new Parts(late[0], refresh, updates, cards, reader, drawing, orphans, orphanTask, hints);
    }

    /** Mia's deployment of Expenses to Test. */
    public RunPlan plan(Person person) {
        return plan(person, "act1");
    }

    /** The same as another act. */
    public RunPlan plan(Person person, String act) {
        SolutionVersion version = People.version("1.4.0.13");
        String key = new RequestKey("Expenses", version, "test", act).toString();
        RunRequest request = new RunRequest(key, People.EXPENSES, version, List.of("prod"));
        return RunPlan.begin(request, People.TEST, person, People.GENERAL, clock.instant());
    }
}
