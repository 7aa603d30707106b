package io.slipway.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.slipway.alm.Decision;
import io.slipway.alm.Gate;
import io.slipway.alm.Packaged;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.alm.Run;
import io.slipway.alm.RunRequest;
import io.slipway.alm.RunState;
import io.slipway.alm.SolutionVersion;
import io.slipway.alm.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our pipelines and gates against an Azure DevOps that keeps its own rules. */
class AzurePipelinesDoorTest {

    private SandboxAzure sandbox;
    private AzurePipelines pipelines;
    private AzureGates gates;

    @BeforeEach
    void start(@TempDir Path state) {
        sandbox = new SandboxAzure(state);
        pipelines = new AzurePipelines(sandbox.azure(), sandbox.settings(), sandbox.world.clock());
        gates = new AzureGates(sandbox.azure(), sandbox.world.clock());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void what_builds_made_can_be_deployed() {
        assertThat(pipelines.packages(sandbox.solution()))
                .extracting(Packaged::version)
                .extracting(SolutionVersion::toString)
                .containsExactly("1.4.0.13", "1.4.0.12");
        assertThat(pipelines.packages(sandbox.solution()).getFirst().branch()).isEqualTo("main");
    }

    @Test
    void a_request_is_found_again_by_its_key() {
        RunRequest request = request("key-1", "1.4.0.13");
        assertThat(pipelines.find(request, SandboxAzure.START)).isEmpty();

        Run queued = pipelines.queue(request, sandbox.person("mia"));

        assertThat(pipelines.find(request, SandboxAzure.START)).hasValueSatisfying(found -> {
            assertThat(found.ref()).isEqualTo(queued.ref());
            assertThat(found.requestedFor()).isEqualTo("Mia Berger");
            assertThat(found.pipeline()).isEqualTo("expenses-deploy");
            assertThat(found.link()).isEqualTo(queued.link());
        });
        assertThat(pipelines.find(request("key-2", "1.4.0.13"), SandboxAzure.START))
                .isEmpty();
    }

    @Test
    void a_version_that_was_never_built_is_refused_in_words() {
        assertThatThrownBy(() -> pipelines.queue(request("key", "9.9.9.9"), sandbox.person("mia")))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("9.9.9.9");
    }

    @Test
    void a_failed_import_says_what_its_task_said() {
        Run queued = pipelines.queue(
                new RunRequest("key", sandbox.solution(), version("1.4.0.13"), List.of("prod")), sandbox.person("mia"));
        sandbox.turn(600);

        Run ended = pipelines.read(queued.ref());

        assertThat(ended.state()).isEqualTo(RunState.FAILED);
        Stage test = stage(ended, "test");
        assertThat(test.state()).isEqualTo(RunState.FAILED);
        assertThat(test.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.task()).isNotBlank();
            assertThat(failure.line()).isNotBlank().doesNotStartWith("##");
        });
        assertThat(stage(ended, "prod").state()).isEqualTo(RunState.SKIPPED);
        assertThat(ended.finished()).isPresent();
    }

    @Test
    void a_failed_stage_runs_again_as_attempt_two() {
        Run queued = pipelines.queue(request("key", "1.4.0.13"), sandbox.person("mia"));
        sandbox.turn(600);

        pipelines.retry(queued.ref(), "test", sandbox.person("mia"));

        Run running = pipelines.read(queued.ref());
        assertThat(stage(running, "test").attempt()).isEqualTo(2);
        assertThat(running.state().ended()).isFalse();
    }

    @Test
    void a_run_can_be_cancelled() {
        Run queued = pipelines.queue(request("key", "1.4.0.13"), sandbox.person("mia"));

        pipelines.cancel(queued.ref(), sandbox.person("mia"));
        sandbox.turn(120);

        assertThat(pipelines.read(queued.ref()).state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void production_waits_for_an_approver_who_did_not_ask() {
        Run queued = production();

        Run waiting = pipelines.read(queued.ref());
        Gate gate = gates.holding(queued.ref()).getFirst();

        assertThat(waiting.state()).isEqualTo(RunState.WAITING);
        assertThat(stage(waiting, "prod").state()).isEqualTo(RunState.WAITING);
        assertThat(gate.stage()).isEqualTo("prod");
        assertThat(gate.state()).isEqualTo(Gate.GateState.PENDING);
        assertThat(gate.minimum()).isEqualTo(1);
        assertThat(mayDecide(gate, "rita")).isTrue();
        assertThat(mayDecide(gate, "mia")).isFalse();
        assertThat(mayDecide(gate, "jonas")).isFalse();
        assertThat(gates.waitingFor(sandbox.project(), sandbox.person("omar"))).hasSize(1);
        assertThat(gates.waitingFor(sandbox.project(), sandbox.person("jonas"))).isEmpty();
    }

    @Test
    void an_approval_bears_the_approvers_name_and_lets_the_stage_go() {
        Run queued = production();
        String gate = gates.holding(queued.ref()).getFirst().id();

        Gate after = gates.decide(sandbox.project(), gate, Decision.APPROVE, "seen", sandbox.person("rita"));

        assertThat(after.state()).isEqualTo(Gate.GateState.APPROVED);
        assertThat(gates.read(sandbox.project(), gate).approvers())
                .filteredOn(one -> one.decidedBy().isPresent())
                .extracting(one -> one.decidedBy().orElseThrow().name() + ": " + one.comment())
                .containsExactly("Rita Okafor: seen");
        assertThat(gates.holding(queued.ref())).isEmpty();
        assertThatThrownBy(() -> gates.decide(sandbox.project(), gate, Decision.REJECT, "late", sandbox.person("omar")))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void whoever_asked_may_not_approve_whatever_slipway_thinks() {
        String gate = gates.holding(production().ref()).getFirst().id();
        Person mia = sandbox.person("mia");

        assertThatThrownBy(() -> gates.decide(sandbox.project(), gate, Decision.APPROVE, "", mia))
                .isInstanceOf(Problem.Refused.class);
        assertThat(gates.read(sandbox.project(), gate).state()).isEqualTo(Gate.GateState.PENDING);
    }

    @Test
    void a_rejected_run_is_rejected_and_not_just_failed() {
        Run queued = production();
        String gate = gates.holding(queued.ref()).getFirst().id();

        gates.decide(sandbox.project(), gate, Decision.REJECT, "not today", sandbox.person("omar"));
        sandbox.turn(60);

        Run ended = pipelines.read(queued.ref());
        assertThat(stage(ended, "prod").state()).isEqualTo(RunState.REJECTED);
        assertThat(ended.state()).isEqualTo(RunState.REJECTED);
    }

    @Test
    void a_project_is_found_by_its_address() {
        AzureProjects projects = new AzureProjects(sandbox.azure());

        assertThat(projects.find(sandbox.project().organization() + "/expenses"))
                .contains(sandbox.project());
        assertThat(projects.find(sandbox.project().organization() + "/Travel")).isEmpty();
    }

    @Test
    void approvers_are_known_by_their_entra_ids() {
        Gate gate = gates.holding(production().ref()).getFirst();

        assertThat(gate.approvers())
                .extracting(Gate.Approver::id)
                .containsExactlyInAnyOrder(
                        sandbox.person("rita").id(), sandbox.person("omar").id());
        assertThat(gate.blocked()).containsExactly(sandbox.person("mia").id());
    }

    @Test
    void two_who_must_approve_are_counted_one_by_one() {
        sandbox.cloud.switches().needApprovers("prod", 2);
        String id = gates.holding(production().ref()).getFirst().id();

        Gate one = gates.decide(sandbox.project(), id, Decision.APPROVE, "one", sandbox.person("rita"));
        Gate two = gates.decide(sandbox.project(), id, Decision.APPROVE, "two", sandbox.person("omar"));

        assertThat(one.minimum()).isEqualTo(2);
        assertThat(one.state()).isEqualTo(Gate.GateState.PENDING);
        assertThat(one.approvers()).filteredOn(a -> a.decidedBy().isPresent()).hasSize(1);
        assertThat(two.state()).isEqualTo(Gate.GateState.APPROVED);
    }

    @Test
    void a_gate_that_timed_out_rejects_the_run() {
        Run queued = production();
        String id = gates.holding(queued.ref()).getFirst().id();

        sandbox.cloud.switches().expireApproval(queued.ref().id());
        sandbox.turn(60);

        assertThat(gates.read(sandbox.project(), id).state()).isEqualTo(Gate.GateState.TIMED_OUT);
        assertThat(pipelines.read(queued.ref()).state()).isEqualTo(RunState.REJECTED);
    }

    @Test
    void a_person_without_the_right_hears_which_one_is_missing() {
        sandbox.cloud.switches().take("jonas", "Queue builds");

        assertThatThrownBy(() -> pipelines.queue(request("key", "1.4.0.13"), sandbox.person("jonas")))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("You lack the permission \"Queue builds\" on the pipeline expenses-deploy");
    }

    @Test
    void a_long_wait_is_left_to_the_engine() {
        sandbox.cloud.switches().tooManyRequests(1, 90);

        Problem.Unavailable blocked =
                catchThrowableOfType(Problem.Unavailable.class, () -> pipelines.packages(sandbox.solution()));

        assertThat(blocked.retryAfter()).contains(Duration.ofSeconds(90));
    }

    @Test
    void a_slow_answer_puts_off_the_next_look_and_nothing_that_has_begun() {
        sandbox.cloud.switches().slowDown(30);
        Run queued = pipelines.queue(request("key", "1.4.0.13"), sandbox.person("mia"));
        assertThat(pipelines.find(request("key", "1.4.0.13"), SandboxAzure.START))
                .isPresent();

        Problem.Unavailable putOff =
                catchThrowableOfType(Problem.Unavailable.class, () -> pipelines.read(queued.ref()));
        sandbox.turn(31);

        assertThat(putOff.retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(pipelines.read(queued.ref()).stages()).hasSize(2);
    }

    /** A run that has come to the gate of production, without the stage before it. */
    private Run production() {
        Run queued = pipelines.queue(
                new RunRequest("key", sandbox.solution(), version("1.4.0.13"), List.of("test")), sandbox.person("mia"));
        sandbox.turn(60);
        return queued;
    }

    private boolean mayDecide(Gate gate, String alias) {
        return gates.read(sandbox.project(), gate.id(), sandbox.person(alias)).mayDecide();
    }

    private RunRequest request(String key, String version) {
        return new RunRequest(key, sandbox.solution(), version(version), List.of());
    }

    private static SolutionVersion version(String text) {
        return SolutionVersion.parse(text).orElseThrow();
    }

    private static Stage stage(Run run, String name) {
        return run.stages().stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
