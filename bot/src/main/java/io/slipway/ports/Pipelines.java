package io.slipway.ports;

import io.slipway.alm.Packaged;
import io.slipway.alm.Person;
import io.slipway.alm.Run;
import io.slipway.alm.RunRef;
import io.slipway.alm.RunRequest;
import io.slipway.alm.Solution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Out: pipeline runs. What a person causes goes on that person's token, what is only read on the service's. */
public interface Pipelines {

    /** Queues the run on the person's token. Whether it was queued before must have been asked first. */
    Run queue(RunRequest request, Person person);

    /** The run that carries the request's key, if it was queued, looked for among runs queued since then. */
    Optional<Run> find(RunRequest request, Instant since);

    /** Reads a run with its stages as they are now. */
    Run read(RunRef run);

    /** Asks the run to end, on the person's token. */
    void cancel(RunRef run, Person person);

    /** Reruns the failed jobs of a stage, on the person's token. */
    void retry(RunRef run, String stage, Person person);

    /** The deployable versions of a solution, newest first, at most 50. */
    List<Packaged> packages(Solution solution);
}
