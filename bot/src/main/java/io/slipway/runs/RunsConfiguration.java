package io.slipway.runs;

import io.slipway.alm.Catalog;
import io.slipway.jobs.Engine;
import io.slipway.ports.Bindings;
import io.slipway.ports.Conversations;
import io.slipway.ports.GateEvents;
import io.slipway.ports.Gates;
import io.slipway.ports.Ledger;
import io.slipway.ports.Pipelines;
import io.slipway.ports.Postings;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table of contents: runs, how they are started, followed and shown. */
@Configuration(proxyBeanMethods = false)
class RunsConfiguration {

    @Bean
    LiveCards liveCards(Postings postings, Conversations conversations) {
        return new LiveCards(postings, conversations);
    }

    @Bean
    ProjectsHere projectsHere(Catalog catalog, Bindings bindings) {
        return new ProjectsHere(catalog, bindings);
    }

    @Bean
    Hints hints() {
        return new Hints();
    }

    @Bean
    RunCards runCards(Catalog catalog, Clock clock) {
        return new RunCards(catalog, clock);
    }

    @Bean
    Followers followers(Engine engine, ObjectProvider<RunTask> task) {
        return new Followers(engine, task::getObject);
    }

    @Bean
    RunReader runReader(Pipelines pipelines, Gates gates, RunCards drawing, Followers followers) {
        return new RunReader(pipelines, gates, drawing, followers);
    }

    @Bean
    RefreshTask refreshTask(
            RunReader reader, LiveCards cards, Hints hints, ObjectProvider<GateEvents> gates, Followers followers) {
        // Whoever hears of gates may itself tell of runs: found late, so that neither waits for the other.
        GateEvents late = (run, gate) -> gates.ifAvailable(events -> events.mayHaveChanged(run, gate));
        return new RefreshTask(reader, cards, hints, late, followers);
    }

    @Bean
    RunUpdates runUpdates(Engine engine, RefreshTask refresh, LiveCards cards, Hints hints) {
        return new RunUpdates(engine, refresh, cards, hints);
    }

    @Bean
    RunTask runTask(
            Pipelines pipelines,
            LiveCards cards,
            RunUpdates updates,
            Conversations conversations,
            RunTask.Audit audit) {
        return new RunTask(pipelines, cards, updates, conversations, audit);
    }

    @Bean
    RunTask.Audit runAudit(Ledger ledger, Clock clock) {
        return new RunTask.Audit(ledger, clock);
    }

    @Bean
    OrphanTask orphanTask(LiveCards cards, Conversations conversations) {
        return new OrphanTask(cards, conversations);
    }

    @Bean
    Orphans orphans(Engine engine, OrphanTask task, LiveCards cards) {
        return new Orphans(engine, task, cards);
    }
}
