package io.slipway.runs;

import io.slipway.alm.Person;
import io.slipway.alm.RunRef;
import io.slipway.alm.RunRequest;
import io.slipway.alm.Target;
import io.slipway.ports.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A deployment on its way: what {@link RunTask} knows between steps.
 *
 * @param person who asked, on whose token the run is queued
 * @param room where it was asked, and where the card is
 * @param run the run, once it is known
 * @param pause how long the last wait between two looks was
 * @param seen fingerprint of the run at the last look
 * @param attempt the attempt that failed and is to be rerun; 0 when nothing is
 */
public record RunPlan(
        RunRequest request,
        Target target,
        Person person,
        Room room,
        Instant asked,
        Leg leg,
        Optional<RunRef> run,
        Duration pause,
        String seen,
        int attempt) {

    /** How far it has come. */
    public enum Leg {
        START,
        RETRY,
        SHOW,
        FOLLOW,
        FINISH
    }

    /** A deployment that begins. */
    public static RunPlan begin(RunRequest request, Target target, Person person, Room room, Instant asked) {
        return new RunPlan(request, target, person, room, asked, Leg.START, Optional.empty(), Duration.ZERO, "", 0);
    }

    /** The same run once more: what failed in this attempt is rerun, and followed to its end again. */
    public RunPlan rerunning(RunRef known, int failed) {
        return new RunPlan(
                request, target, person, room, asked, Leg.RETRY, Optional.of(known), Duration.ZERO, "", failed);
    }

    RunPlan at(Leg next, RunRef known) {
        return new RunPlan(request, target, person, room, asked, next, Optional.of(known), Duration.ZERO, "", attempt);
    }

    RunPlan waiting(Duration wait, String look) {
        return new RunPlan(request, target, person, room, asked, Leg.FOLLOW, run, wait, look, attempt);
    }

    /** The name that is a lock, such as {@code expenses@test}. */
    public String lock() {
        return (request.solution().name() + "@" + target.name()).toLowerCase(Locale.ROOT);
    }

    /** Such as {@code Expenses 1.4.0.13 to Test}. */
    public String title() {
        return request.solution().title() + " " + request.version() + " to " + target.title();
    }
}
