package io.slipway.deploy;

import io.slipway.alm.Catalog;
import io.slipway.cards.Verbs;
import io.slipway.chat.CardAction;
import io.slipway.chat.Command;
import io.slipway.jobs.Engine;
import io.slipway.ports.Conversations;
import io.slipway.ports.Environments;
import io.slipway.ports.Ledger;
import io.slipway.ports.Pipelines;
import io.slipway.ports.Postings;
import io.slipway.runs.LiveCards;
import io.slipway.runs.Orphans;
import io.slipway.runs.ProjectsHere;
import io.slipway.runs.RunCards;
import io.slipway.runs.RunReader;
import io.slipway.runs.RunTask;
import io.slipway.runs.RunUpdates;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table of contents: deploying, and stopping and rerunning what was deployed. */
@Configuration(proxyBeanMethods = false)
class DeployConfiguration {

    private final Catalog catalog;
    private final Pipelines pipelines;
    private final Engine engine;
    private final RunTask task;
    private final Clock clock;

    DeployConfiguration(Catalog catalog, Pipelines pipelines, Engine engine, RunTask task, Clock clock) {
        this.catalog = catalog;
        this.pipelines = pipelines;
        this.engine = engine;
        this.task = task;
        this.clock = clock;
    }

    @Bean
    Busy busy() {
        return new Busy(pipelines, clock);
    }

    @Bean
    Departure departure(Environments environments, Busy busy) {
        return new Departure(catalog, environments, engine, task, busy, clock);
    }

    @Bean
    RunControl runControl(RunCards cards, RunUpdates updates, Ledger ledger) {
        return new RunControl(catalog, pipelines, cards, updates, ledger, clock);
    }

    @Bean
    RerunTask rerunTask(Busy busy, Conversations conversations) {
        return new RerunTask(engine, task, busy, conversations);
    }

    @Bean
    Rerun rerunning(RerunTask rerun, Busy busy, LiveCards cards, Ledger ledger) {
        return new Rerun(catalog, engine, task, rerun, busy, cards, ledger, clock);
    }

    @Bean
    Shown shown(ProjectsHere projects, Postings postings, Ledger ledger, RunControl control) {
        return new Shown(catalog, projects, postings, ledger, control);
    }

    @Bean
    Command deploy(Departure departure) {
        return new DeployCommand(catalog, pipelines, departure);
    }

    @Bean
    Command cancel(Shown shown, RunControl control) {
        return new CancelCommand(shown, control);
    }

    @Bean
    Command rerun(Shown shown, Rerun rerun) {
        return new RerunCommand(shown, rerun);
    }

    @Bean
    CardAction refreshRun(RunReader reader, Orphans orphans) {
        return new RunButton(Verbs.RUN_REFRESH, new RunButton.Does.Refresh(), catalog, reader, orphans);
    }

    @Bean
    CardAction cancelRun(RunControl control, RunReader reader, Orphans orphans) {
        return new RunButton(Verbs.RUN_CANCEL, new RunButton.Does.Cancel(control), catalog, reader, orphans);
    }

    @Bean
    CardAction rerunRun(RunControl control, Rerun rerun, RunReader reader, Orphans orphans) {
        return new RunButton(Verbs.RUN_RERUN, new RunButton.Does.Again(control, rerun), catalog, reader, orphans);
    }
}
