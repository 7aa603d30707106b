package io.slipway.cards;

/**
 * Asks before something that cannot be taken back.
 *
 * @param question such as {@code Cancel the deployment of Expenses 1.4.0.13?}
 * @param detail what it would do, may be empty
 * @param yes what the button for it says, such as {@code Cancel the deployment}
 * @param no what the button against it says, such as {@code Leave it running}
 * @param command what is asked about, which both buttons bring back
 */
public record ConfirmCard(String question, String detail, String yes, String no, String command) implements Face {
    @Override
    public String summary() {
        return question;
    }

    @Slot
    boolean detailed() {
        return !detail.isEmpty();
    }
}
