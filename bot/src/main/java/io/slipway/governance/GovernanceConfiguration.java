package io.slipway.governance;

import io.slipway.alm.Catalog;
import io.slipway.chat.CardAction;
import io.slipway.chat.Command;
import io.slipway.jobs.Engine;
import io.slipway.ports.Bindings;
import io.slipway.ports.Environments;
import io.slipway.runs.RunReader;
import io.slipway.runs.RunTask;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table of contents: what is where. */
@Configuration(proxyBeanMethods = false)
class GovernanceConfiguration {

    @Bean
    OnItsWay onItsWay(Engine engine, RunTask task, RunReader reader) {
        return new OnItsWay(engine, task, reader);
    }

    @Bean
    WhatIsWhere whatIsWhere(
            Catalog catalog, Environments environments, Bindings bindings, OnItsWay onItsWay, Clock clock) {
        return new WhatIsWhere(catalog, environments, bindings, onItsWay, clock);
    }

    @Bean
    Command status(Catalog catalog, WhatIsWhere where) {
        return new StatusCommand(catalog, where);
    }

    @Bean
    CardAction refreshStatus(Catalog catalog, WhatIsWhere where) {
        return new StatusButton(catalog, where);
    }
}
