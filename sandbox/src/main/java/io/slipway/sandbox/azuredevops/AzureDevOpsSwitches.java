package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.azuredevops.People.Right;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What stories use to let the imitated Azure DevOps have a bad day. */
public final class AzureDevOpsSwitches {

    private final Estate estate;
    private final Mischief mischief;
    private final Engine engine;
    private final Deliveries deliveries;

    AzureDevOpsSwitches(Estate estate, Mischief mischief, Engine engine, Deliveries deliveries) {
        this.estate = estate;
        this.mischief = mischief;
        this.engine = engine;
        this.deliveries = deliveries;
    }

    /**
     * Lets a task fail the next time it runs.
     *
     * @param task its title in the YAML, such as {@code Import the solution}, or its name, such as
     *     {@code PowerPlatformImportSolution}
     * @param log the lines of error it writes; they are its issues too
     */
    public void failTask(String task, List<String> log) {
        mischief.failTask(task, log);
    }

    /** Answers the next so many requests with 429 and this Retry-After. */
    public void tooManyRequests(int requests, int seconds) {
        mischief.throttle(requests, seconds);
    }

    /** Adds this Retry-After to good answers, as the service does when it begins to delay; 0 ends it. */
    public void slowDown(int seconds) {
        mischief.delay(seconds);
    }

    /** Answers everything with 503 and a page of HTML, or no longer. */
    public void down(boolean down) {
        mischief.down(down);
    }

    /**
     * Takes a right from somebody.
     *
     * @param person alias or Entra object id
     * @param right as the security page names it: {@code View builds}, {@code Queue builds}, {@code Stop builds},
     *     {@code Edit subscriptions}
     */
    public void take(String person, String right) {
        estate.people.take(identity(person), right(right));
    }

    /** Gives it back. */
    public void giveBack(String person, String right) {
        estate.people.giveBack(identity(person), right(right));
    }

    /** How many must approve on the way to an environment, from the next run on. */
    public void needApprovers(String environment, int minimum) {
        change(environment, check -> check.minimum = minimum);
    }

    /** Whether approvers are asked one after the other. */
    public void inSequence(String environment, boolean inSequence) {
        change(environment, check -> check.executionOrder = inSequence ? "inSequence" : "anyOrder");
    }

    /** Lets an open approval of a run time out now. */
    public void expireApproval(int run) {
        estate.locked(() -> List.copyOf(estate.approvals.values()).stream()
                .filter(a -> a.run == run)
                .forEach(a -> engine.gates().expire(a)));
    }

    /** Delivers all events again that were delivered before, under the same ids; says how many. */
    public int redeliver() {
        return deliveries.again();
    }

    private void change(String environment, Consumer<Check> change) {
        int id = Names.environment(environment).orElseThrow().id();
        estate.locked(() -> {
            estate.checks.stream().filter(c -> c.environment == id).forEach(change);
            estate.saveChecks();
        });
    }

    private Identity identity(String person) {
        String entra = estate.world.human(person).map(h -> h.objectId()).orElse(person);
        return estate.people.byEntra(entra).orElseThrow();
    }

    private static Right right(String title) {
        return Arrays.stream(Right.values())
                .filter(r -> r.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no right called " + title));
    }
}
