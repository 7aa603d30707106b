package io.slipway.chat;

import io.slipway.cards.Face;
import io.slipway.ports.Identities;
import io.slipway.ports.Inbox;
import io.slipway.ports.Received;
import io.slipway.ports.Shelf;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table of contents: the hall. */
@Configuration(proxyBeanMethods = false)
class ChatConfiguration {

    @Bean
    Chat.Memory memory(Received received, Shelf shelf, Clock clock) {
        return new Chat.Memory(received, shelf, clock);
    }

    @Bean
    Inbox chat(
            ObjectProvider<Command> commands,
            ObjectProvider<CardAction> actions,
            Identities identities,
            Chat.Memory memory,
            Greeting greeting) {
        // A wrong template stops the start, not the first card.
        Face.checkTemplates();
        return new Chat(
                new Commands(commands.stream().toList()),
                new Clicks(actions.stream().toList()),
                identities,
                memory,
                greeting);
    }
}
