package io.slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.alm.Problem;
import io.slipway.approval.Waiting.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private final Problem no = new Problem.Refused("no");

    @Test
    void work_that_is_quick_is_waited_for() {
        Waiting waiting = new Waiting(Duration.ofSeconds(10));

        Outcome outcome = waiting.await("gate", () -> Thread.startVirtualThread(() -> waiting.done("gate")));

        assertThat(outcome).isEqualTo(new Outcome.Done());
    }

    @Test
    void work_that_is_slow_goes_on_without_an_audience() {
        Waiting waiting = new Waiting(Duration.ofMillis(1));

        assertThat(waiting.await("gate", () -> {})).isEqualTo(new Outcome.StillGoing());
        assertThat(waiting.failed("gate", no)).isFalse();
    }

    @Test
    void work_that_is_given_up_says_why_to_whoever_waits() {
        Waiting waiting = new Waiting(Duration.ofSeconds(10));

        assertThatThrownBy(() -> waiting.await("gate", () -> waiting.failed("gate", no)))
                .isSameAs(no);
    }
}
