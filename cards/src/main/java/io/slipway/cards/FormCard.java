package io.slipway.cards;

import java.util.List;

/**
 * Asks for what a command still needs; the answers come with {@link Verbs#FORM_SUBMIT}, each under its question's id.
 *
 * @param command name of the command, which the button brings back
 * @param title such as {@code Deploy a solution}
 * @param problem what was wrong with the last answers, may be empty
 * @param button what the button says, such as {@code Deploy}
 */
public record FormCard(String command, String title, String problem, List<Question> questions, String button)
        implements Face {
    public FormCard {
        questions = List.copyOf(questions);
    }

    /**
     * A question with the answers there are.
     *
     * @param id name of the field, see {@link Fields}
     * @param label what is asked for, such as {@code Solution}
     * @param chosen value of the answer that is chosen already, may be empty
     * @param required whether there has to be an answer
     * @param none what stands there while nothing is chosen, such as {@code Newest}
     */
    public record Question(
            String id, String label, List<Option> options, String chosen, boolean required, String none) {
        public Question {
            options = List.copyOf(options);
        }

        @Slot
        String error() {
            return "Please choose: " + label;
        }

        @Slot
        boolean hopeless() {
            return options.isEmpty();
        }

        @Slot
        boolean answerable() {
            return !options.isEmpty();
        }
    }

    /** An answer there is: what is shown and what is sent. */
    public record Option(String title, String value) {}

    @Override
    public String summary() {
        return title;
    }

    @Slot
    boolean wrong() {
        return !problem.isEmpty();
    }

    @Slot
    boolean complete() {
        return questions.stream().noneMatch(q -> q.required() && q.hopeless());
    }
}
