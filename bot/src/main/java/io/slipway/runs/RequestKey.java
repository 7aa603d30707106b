package io.slipway.runs;

import io.slipway.alm.Run;
import io.slipway.alm.SolutionVersion;
import java.util.Locale;
import java.util.Optional;

/**
 * What Slipway writes on a run that it queues: what it deploys where, and which act of a person asked for it. The run
 * itself thus tells what it is, after any restart and to people who look at it in Azure DevOps.
 *
 * @param act the key of the message or click
 */
public record RequestKey(String solution, SolutionVersion version, String target, String act) {

    /** The template parameter of the deploy pipeline that carries it. */
    private static final String PARAMETER = "slipwayRequest";

    /** The key on a run; empty when Slipway did not queue it. */
    public static Optional<RequestKey> on(Run run) {
        String[] parts = run.parameters().getOrDefault(PARAMETER, "").split("/", -1);
        return parts.length == 4
                ? SolutionVersion.parse(parts[1]).map(version -> new RequestKey(parts[0], version, parts[2], parts[3]))
                : Optional.empty();
    }

    /** The name that is a lock: one deployment of a solution to a target at a time. */
    public String lock() {
        return (solution + "@" + target).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return solution + "/" + version + "/" + target + "/" + act;
    }
}
