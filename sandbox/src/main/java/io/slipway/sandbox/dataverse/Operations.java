package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.dataverse.ImportRules.Failure;
import io.slipway.sandbox.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows that say how a long piece of work is doing: asynchronous operations and the solution history. */
final class Operations {

    private static final Set<Integer> EXCLUSIVE = Set.of(203, 207, 208, 211);

    private final Environment environment;
    private final Rows rows;

    Operations(Environment environment) {
        this.environment = environment;
        this.rows = environment.rows();
    }

    /** Adds an operation that waits; refused while another one changes solutions. */
    String queue(String name, String message, int type, String userId) {
        if (EXCLUSIVE.contains(type)) {
            refuseWhileBusy();
        }
        return rows.put(
                "asyncoperations",
                Json.object(
                        "name", name,
                        "messagename", message,
                        "operationtype", type,
                        "statecode", 0,
                        "statuscode", 0,
                        "retrycount", 0,
                        "_createdby_value", userId,
                        "_ownerid_value", userId));
    }

    private void refuseWhileBusy() {
        if (unfinished().stream().anyMatch(row -> EXCLUSIVE.contains(row.get("operationtype")))) {
            throw new Refusal(
                    400,
                    "0x80071151",
                    "Cannot start the requested operation [Import] because there is another [Import] running at this"
                            + " moment. Use Solution History for more details. -- The solution installation or removal"
                            + " failed due to the installation or removal of another solution at the same time. Please"
                            + " try again later.");
        }
    }

    List<Map<String, @Nullable Object>> unfinished() {
        return rows.all("asyncoperations").stream()
                .filter(row -> !Integer.valueOf(3).equals(row.get("statecode")))
                .toList();
    }

    boolean running(String id) {
        return rows.find("asyncoperations", id)
                .filter(row -> Integer.valueOf(20).equals(row.get("statuscode")))
                .isPresent();
    }

    void run(String id) {
        rows.put(
                "asyncoperations",
                Json.object("asyncoperationid", id, "statecode", 2, "statuscode", 20, "startedon", environment.now()));
    }

    void succeed(String id) {
        end(
                id,
                Json.object("asyncoperationid", id, "statecode", 3, "statuscode", 30, "errorcode", 0),
                Optional.empty());
    }

    void fail(String id, Failure failure) {
        end(
                id,
                Json.object(
                        "asyncoperationid",
                        id,
                        "statecode",
                        3,
                        "statuscode",
                        31,
                        "errorcode",
                        failure.decimal(),
                        "message",
                        failure.text(),
                        "friendlymessage",
                        failure.text()),
                Optional.of(failure));
    }

    private void end(String id, Map<String, @Nullable Object> values, Optional<Failure> failure) {
        values.put("completedon", environment.now());
        rows.find("asyncoperations", id)
                .map(row -> row.get("startedon"))
                .ifPresent(started -> values.put("executiontimespan", (double) seconds(String.valueOf(started))));
        rows.put("asyncoperations", values);
        rows.first("msdyn_solutionhistories", "msdyn_activityid", id).ifPresent(row -> {
            row.put("msdyn_status", 1);
            row.put("msdyn_result", failure.isEmpty());
            row.put(
                    "msdyn_errorcode",
                    failure.map(f -> String.valueOf(f.decimal())).orElse(null));
            row.put("msdyn_exceptionmessage", failure.map(Failure::text).orElse(null));
            row.put("msdyn_endtime", environment.now());
            row.put("msdyn_totaltime", (int) seconds(String.valueOf(row.get("msdyn_starttime"))));
            rows.put("msdyn_solutionhistories", row);
        });
    }

    /** Begins the history's row of an import. */
    void history(String operationId, SolutionFile file, boolean upgrade) {
        boolean there = rows.first("solutions", "uniquename", file.manifest().uniqueName())
                .isPresent();
        rows.put(
                "msdyn_solutionhistories",
                Json.object(
                        "msdyn_name",
                        file.manifest().uniqueName(),
                        "msdyn_solutionversion",
                        file.manifest().version(),
                        "msdyn_operation",
                        0,
                        "msdyn_suboperation",
                        !there ? 1 : upgrade ? 2 : 3,
                        "msdyn_status",
                        0,
                        "msdyn_result",
                        null,
                        "msdyn_starttime",
                        environment.now(),
                        "msdyn_ismanaged",
                        file.manifest().managed(),
                        "msdyn_ispatch",
                        false,
                        "msdyn_publishername",
                        file.manifest().publisher().friendlyName(),
                        "msdyn_activityid",
                        operationId));
    }

    private long seconds(String since) {
        return Duration.between(Instant.parse(since), environment.instant()).toSeconds();
    }
}
