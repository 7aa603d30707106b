package io.slipway.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.Installed;
import io.slipway.alm.Problem;
import io.slipway.alm.Project;
import io.slipway.alm.Target;
import io.slipway.ports.Bindings;
import io.slipway.pretend.People;
import io.slipway.runs.RunPlan;
import io.slipway.runs.Stair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatIsWhereTest {

    private static final Bindings NONE = new Bindings() {
        @Override
        public void bind(Binding binding) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Binding> of(String place) {
            return Optional.empty();
        }

        @Override
        public List<Binding> to(Project project) {
            return List.of();
        }
    };

    private final Stair stair = new Stair();
    private final WhatIsWhere where = new WhatIsWhere(
            People.CATALOG,
            WhatIsWhereTest::installed,
            NONE,
            new OnItsWay(stair.engine, stair.parts().task(), stair.parts().reader()),
            stair.clock);

    private static Optional<Installed> installed(Target target, String solution) {
        if (target.equals(People.PROD)) {
            throw new Problem.Unavailable("Dataverse does not answer.", new IllegalStateException());
        }
        return Optional.of(new Installed(solution, People.version("1.4.0.12"), true, People.NOW));
    }

    @Test
    void one_environment_that_is_down_says_so_and_the_others_are_shown() {
        String card = where.card(People.GENERAL).json();

        assertThat(card).contains("1.4.0.12", "Production", "cannot be read: Dataverse does not answer.");
    }

    @Test
    void what_is_on_its_way_is_shown() {
        RunPlan plan = stair.plan(People.MIA);
        stair.engine.start(stair.parts().task(), plan.lock(), plan);

        assertThat(where.card(People.EXPENSES).json()).contains("is being queued");

        stair.engine.runFor(Duration.ofSeconds(10));

        assertThat(where.card(People.EXPENSES).json()).contains("Expenses 1.4.0.13 to Test", "Deploy to test");
    }
}
