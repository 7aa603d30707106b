package io.slipway.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.Person;
import io.slipway.chat.Ask;
import io.slipway.chat.Command;
import io.slipway.chat.Words;
import io.slipway.ports.Message;
import io.slipway.ports.Reply;
import io.slipway.ports.Room;
import io.slipway.pretend.People;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HelpCommandTest {

    private static final Command CONNECT = new Command() {
        @Override
        public String name() {
            return "connect";
        }

        @Override
        public String synopsis() {
            return "connect <address>";
        }

        @Override
        public String purpose() {
            return "Binds a channel.";
        }

        @Override
        public List<Example> examples() {
            return List.of(new Example("connect https://x", "Binds it to x."));
        }

        @Override
        public boolean personal() {
            return true;
        }

        @Override
        public Optional<String> closed(Person person, Room room) {
            return room.kind() == Room.Kind.PERSONAL ? Optional.of("only in a channel.") : Optional.empty();
        }

        @Override
        public Reply handle(Ask ask) {
            return new Reply.Silence();
        }
    };

    private final HelpCommand help = new HelpCommand(() -> List.of(CONNECT), person -> false);

    private String ask(String text, Room room) {
        Message message = new Message("1", room, People.MIA, text, Locale.ENGLISH);
        return ((Reply.Show) help.handle(new Ask(message, Words.of(text), "key")))
                .card()
                .json();
    }

    @Test
    void a_command_is_listed_where_it_can_be_used() {
        assertThat(ask("help", People.GENERAL)).contains("connect <address>", "Binds a channel.", "sign in once");
    }

    @Test
    void where_it_cannot_be_used_the_reason_is_told() {
        assertThat(ask("help", People.PERSONAL))
                .contains("Not here", "connect: only in a channel.")
                .doesNotContain("Binds a channel.");
    }

    @Test
    void one_command_is_explained_with_examples() {
        assertThat(ask("help CONNECT", People.GENERAL)).contains("connect https://x", "Binds it to x.");
    }

    @Test
    void a_misspelt_command_is_offered_as_it_is_written() {
        assertThat(ask("help conect", People.GENERAL)).contains("help connect");
    }
}
