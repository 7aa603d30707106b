package io.slipway.governance;

import io.slipway.alm.Catalog;
import io.slipway.cards.Fields;
import io.slipway.cards.Verbs;
import io.slipway.chat.CardAction;
import io.slipway.chat.Press;
import io.slipway.ports.Reply;

/** Reads again what is where. */
final class StatusButton implements CardAction {

    private final Catalog catalog;
    private final WhatIsWhere where;

    StatusButton(Catalog catalog, WhatIsWhere where) {
        this.catalog = catalog;
        this.where = where;
    }

    @Override
    public String verb() {
        return Verbs.STATUS_REFRESH;
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public Reply handle(Press press) {
        return new Reply.Show(catalog.solution(press.value(Fields.SOLUTION))
                .map(where::card)
                .orElseGet(() -> where.card(press.room())));
    }
}
