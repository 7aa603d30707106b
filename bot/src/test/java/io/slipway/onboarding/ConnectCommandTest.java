package io.slipway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.alm.Decision;
import io.slipway.alm.Gate;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.alm.Project;
import io.slipway.alm.RunRef;
import io.slipway.chat.Ask;
import io.slipway.chat.Words;
import io.slipway.ports.Bindings;
import io.slipway.ports.EventSubscriptions.Outcome;
import io.slipway.ports.Gates;
import io.slipway.ports.Message;
import io.slipway.ports.Reply;
import io.slipway.ports.Room;
import io.slipway.pretend.People;
import io.slipway.pretend.PretendMemory;
import io.slipway.pretend.TurnedClock;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectCommandTest implements Bindings {

    private final List<Binding> bound = new ArrayList<>();
    private Outcome subscribed = new Outcome.Subscribed(3, 0);
    private final ConnectCommand connect = new ConnectCommand(
            address -> address.toLowerCase(Locale.ROOT).endsWith("/expenses")
                    ? Optional.of(
                            new Project(People.PROJECT.organization(), address.substring(address.lastIndexOf('/') + 1)))
                    : Optional.empty(),
            this,
            new OnlyMia(),
            new Connection(People.CATALOG, project -> subscribed),
            new Connecting(new PretendMemory(), new TurnedClock()));

    @Override
    public void bind(Binding binding) {
        bound.add(binding);
    }

    @Override
    public Optional<Binding> of(String place) {
        return Optional.empty();
    }

    @Override
    public List<Binding> to(Project project) {
        return bound;
    }

    /** Azure DevOps shows the project to Mia only. */
    private static final class OnlyMia implements Gates {

        @Override
        public List<Gate> holding(RunRef run) {
            return List.of();
        }

        @Override
        public Gate read(Project project, String gate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Gate read(Project project, String gate, Person person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Gate> waitingFor(Project project, Person person) {
            if (!person.equals(People.MIA)) {
                throw new Problem.Refused("You may not see Expenses.");
            }
            return List.of();
        }

        @Override
        public Gate decide(Project project, String gate, Decision decision, String comment, Person person) {
            throw new UnsupportedOperationException();
        }
    }

    private String say(Person person, String text) {
        Message message = new Message("m", People.GENERAL, person, text, Locale.ENGLISH);
        return switch (connect.handle(new Ask(message, Words.of(text), "key"))) {
            case Reply.Show show -> show.card().json();
            case Reply.Say said -> said.text();
            case Reply.Silence silence -> "";
            case Reply.SignIn signIn -> signIn.reason();
            case Reply.Refuse refuse -> refuse.reason();
        };
    }

    @Test
    void the_top_of_the_channel_is_bound_and_everything_works() {
        String card = say(People.MIA, "connect <https://dev.azure.com/contoso/Expenses>");

        assertThat(bound).containsExactly(new Bindings.Binding(People.GENERAL.top(), People.PROJECT, false));
        assertThat(card)
                .contains("This conversation belongs to Expenses", "Azure DevOps tells me when something changes");
    }

    @Test
    void whatever_the_letter_case_the_channel_is_found_by_the_runs_of_the_catalog() {
        String card = say(People.MIA, "connect https://dev.azure.com/contoso/eXpenses");

        assertThat(bound).containsExactly(new Bindings.Binding(People.GENERAL.top(), People.PROJECT, false));
        assertThat(card).doesNotContain("The catalog has no solution of this project");
    }

    @Test
    void a_channel_may_be_for_approvals() {
        say(People.MIA, "connect https://dev.azure.com/contoso/Expenses for approvals.");

        assertThat(bound).singleElement().matches(Bindings.Binding::approvals);
    }

    @Test
    void what_somebody_has_to_allow_is_told_with_a_link() {
        subscribed = new Outcome.NotAllowed("Ask an administrator.", URI.create("https://dev.azure.com/hooks"));

        assertThat(say(People.MIA, "connect https://dev.azure.com/contoso/Expenses"))
                .contains("Ask an administrator.", "https://dev.azure.com/hooks");
    }

    @Test
    void whoever_cannot_see_the_project_cannot_bind_a_channel_to_it() {
        assertThatThrownBy(() -> say(People.JONAS, "connect https://dev.azure.com/contoso/Expenses"))
                .isInstanceOf(Problem.Refused.class);
        assertThat(bound).isEmpty();
    }

    @Test
    void an_address_that_is_none_is_answered_with_how_to_find_it() {
        assertThat(say(People.MIA, "connect https://example.org/")).contains("is no project", "Paste the address");
        assertThat(say(People.MIA, "connect")).contains("Which project?");
    }

    @Test
    void a_personal_chat_is_not_connected() {
        assertThat(connect.closed(People.MIA, People.PERSONAL)).isPresent();
        assertThat(connect.closed(People.MIA, People.GENERAL)).isEmpty();
        assertThat(People.PERSONAL.kind()).isEqualTo(Room.Kind.PERSONAL);
    }
}
