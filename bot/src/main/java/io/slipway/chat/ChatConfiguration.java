package io.slipway.chat;

import io.slipway.cards.Face;
import io.slipway.ports.Identities;
import io.slipway.ports.Inbox;
import io.slipway.ports.Received;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table of contents: the hall. */
@Configuration(proxyBeanMethods = false)
class ChatConfiguration {

    @Bean
    Inbox chat(
            ObjectProvider<Command> commands,
            ObjectProvider<CardAction> actions,
            Identities identities,
            Received received,
            Greeting greeting) {
        // A wrong template stops the start, not the first card.
        Face.checkTemplates();
        return new Chat(
                new Commands(commands.stream().toList()),
                new Clicks(actions.stream().toList()),
                identities,
                received,
                greeting);
    }
}
