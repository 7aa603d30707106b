package io.slipway.governance;

import io.slipway.alm.Catalog;
import io.slipway.alm.Solution;
import io.slipway.chat.Ask;
import io.slipway.chat.Command;
import io.slipway.chat.DidYouMean;
import io.slipway.ports.Reply;
import java.util.List;
import java.util.Optional;

/** {@code status}: what is where, as the environments themselves tell, and what is on its way. */
final class StatusCommand implements Command {

    private final Catalog catalog;
    private final WhatIsWhere where;

    StatusCommand(Catalog catalog, WhatIsWhere where) {
        this.catalog = catalog;
        this.where = where;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String synopsis() {
        return "status [<solution>]";
    }

    @Override
    public String purpose() {
        return "Shows which version is in which environment, and what is on its way.";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("status", "Shows everything that belongs to this conversation."),
                new Example("status Expenses", "Shows one solution."));
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public Reply handle(Ask ask) {
        List<String> said = ask.words().arguments();
        if (said.isEmpty()) {
            return new Reply.Show(where.card(ask.room()));
        }
        Optional<Solution> solution = catalog.solution(said.getFirst());
        return solution.<Reply>map(one -> new Reply.Show(where.card(one)))
                .orElseGet(() -> DidYouMean.reply(
                        ask,
                        "solution",
                        said.getFirst(),
                        catalog.solutions().stream().map(Solution::name).toList()));
    }
}
