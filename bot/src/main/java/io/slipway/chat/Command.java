package io.slipway.chat;

import io.slipway.alm.Person;
import io.slipway.ports.Reply;
import io.slipway.ports.Room;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something people can type; help is made from it. */
public interface Command {

    /** The first word, in lower case. */
    String name();

    /** How it is written, such as {@code deploy <solution> [<version>] to <target>}. */
    String synopsis();

    /** What it does, in one sentence. */
    String purpose();

    /** Lines one could type. */
    List<Example> examples();

    /** Whether it acts on the person's own token, so that they sign in first. */
    boolean personal();

    /** Why this person cannot use it here; empty when they can. Quick, and without asking other services. */
    default Optional<String> closed(Person person, Room room) {
        return Optional.empty();
    }

    /** The line that somebody would have typed instead of filling in this command's form. */
    default String typed(Map<String, String> form) {
        return name();
    }

    /** Does it, or says that it will. */
    Reply handle(Ask ask);

    /** A line one could type, and what it would do. */
    record Example(String line, String means) {}
}
