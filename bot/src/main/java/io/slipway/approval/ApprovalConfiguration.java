package io.slipway.approval;

import io.slipway.alm.Catalog;
import io.slipway.alm.Decision;
import io.slipway.cards.Verbs;
import io.slipway.chat.CardAction;
import io.slipway.chat.Command;
import io.slipway.jobs.Engine;
import io.slipway.ports.Bindings;
import io.slipway.ports.Conversations;
import io.slipway.ports.Environments;
import io.slipway.ports.Gates;
import io.slipway.ports.Identities;
import io.slipway.ports.Ledger;
import io.slipway.ports.Pipelines;
import io.slipway.runs.Hints;
import io.slipway.runs.LiveCards;
import io.slipway.runs.Orphans;
import io.slipway.runs.ProjectsHere;
import io.slipway.runs.RunCards;
import io.slipway.runs.RunUpdates;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table of contents: approvals. */
@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {

    /** Teams wants its answer within seconds. */
    private static final Duration MOMENT = Duration.ofMillis(2500);

    @Bean
    GateReader gateReader(Gates gates, Pipelines pipelines, Identities identities) {
        return new GateReader(gates, pipelines, identities);
    }

    @Bean
    GateCards gateCards(Catalog catalog, Environments environments, RunCards runs) {
        return new GateCards(catalog, environments, runs);
    }

    @Bean
    GatePlaces gatePlaces(Bindings bindings, LiveCards cards, Conversations conversations) {
        return new GatePlaces(bindings, cards, conversations);
    }

    @Bean
    GateTask gateTask(GateReader reader, GateCards drawing, GatePlaces places, LiveCards cards, Hints hints) {
        return new GateTask(reader, drawing, places, cards, hints);
    }

    @Bean
    GateUpdates gateUpdates(Engine engine, GateTask task, Hints hints) {
        return new GateUpdates(engine, task, hints);
    }

    @Bean
    Waiting waiting() {
        return new Waiting(MOMENT);
    }

    @Bean
    DecisionNotes decisionNotes(Ledger ledger, Clock clock) {
        return new DecisionNotes(ledger, clock);
    }

    @Bean
    DecideTask.Events decisionEvents(GateUpdates gates, RunUpdates runs) {
        return new DecideTask.Events(gates, runs);
    }

    @Bean
    DecideTask decideTask(
            Gates gates, DecisionNotes notes, Waiting waiting, Conversations conversations, DecideTask.Events events) {
        return new DecideTask(gates, notes, waiting, conversations, events);
    }

    @Bean
    Deciding deciding(GateReader reader, Engine engine, DecideTask task, Waiting waiting, DecisionNotes notes) {
        return new Deciding(reader, engine, task, waiting, notes);
    }

    @Bean
    MeantGate meantGate(ProjectsHere projects, Gates gates) {
        return new MeantGate(projects, gates);
    }

    @Bean
    Command approvals(ProjectsHere projects, Gates gates, Pipelines pipelines, RunCards runs) {
        return new ApprovalsCommand(projects, gates, pipelines, runs);
    }

    @Bean
    Command approve(MeantGate meant, Deciding deciding, GateReader reader, GateCards cards) {
        return new DecideCommand(Decision.APPROVE, meant, deciding, reader, cards);
    }

    @Bean
    Command reject(MeantGate meant, Deciding deciding, GateReader reader, GateCards cards) {
        return new DecideCommand(Decision.REJECT, meant, deciding, reader, cards);
    }

    @Bean
    GateButton.View gateView(GateReader reader, GateCards cards, Orphans orphans, DecisionNotes notes) {
        return new GateButton.View(reader, cards, orphans, notes);
    }

    @Bean
    CardAction approveButton(Catalog catalog, GateButton.View view, Deciding deciding) {
        return new GateButton(Verbs.APPROVAL_APPROVE, Optional.of(Decision.APPROVE), catalog, view, deciding);
    }

    @Bean
    CardAction rejectButton(Catalog catalog, GateButton.View view, Deciding deciding) {
        return new GateButton(Verbs.APPROVAL_REJECT, Optional.of(Decision.REJECT), catalog, view, deciding);
    }

    @Bean
    CardAction refreshApproval(Catalog catalog, GateButton.View view, Deciding deciding) {
        return new GateButton(Verbs.APPROVAL_REFRESH, Optional.empty(), catalog, view, deciding);
    }

    @Bean
    CardAction showApproval(Catalog catalog, GateButton.View view, Deciding deciding) {
        return new GateButton(Verbs.APPROVAL_SHOW, Optional.empty(), catalog, view, deciding);
    }
}
