package io.slipway.cards;

/** Something that people see as a card: the record holds what it says, the template of the same name how it looks. */
public sealed interface Face
        permits ApprovalCard,
                ApprovalsCard,
                ConfirmCard,
                ConnectCard,
                FormCard,
                HelpCard,
                NoteCard,
                ProblemCard,
                RunCard,
                SignInCard,
                StatusCard,
                SuggestionCard,
                WelcomeCard {

    /** One plain sentence for notifications and for clients that show no cards. */
    String summary();

    /** The filled card. */
    default Card card() {
        return Template.of(getClass()).fill(this, summary());
    }

    /**
     * Loads all templates, so that a wrong one stops the start and not the first card.
     *
     * @throws IllegalStateException when a template has a slot that its record does not fill
     */
    static void checkTemplates() {
        for (Class<?> face : Face.class.getPermittedSubclasses()) {
            Template.of(face);
        }
    }
}
