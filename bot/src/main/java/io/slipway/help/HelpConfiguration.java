package io.slipway.help;

import io.slipway.chat.Command;
import io.slipway.ports.Identities;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table of contents: help. */
@Configuration(proxyBeanMethods = false)
class HelpConfiguration {

    @Bean
    Command help(ObjectProvider<Command> commands, Identities identities) {
        return new HelpCommand(() -> commands.stream().toList(), identities);
    }
}
