package io.slipway.cards;

/** How a run, a stage or a check looks. The names are those of the run states of Azure DevOps as Slipway knows them. */
public enum State {
    PENDING("○", "default", "default", "Not started"),
    RUNNING("◐", "accent", "accent", "Running"),
    WAITING("◆", "warning", "warning", "Waiting"),
    CANCELLING("◐", "warning", "warning", "Cancelling"),
    SUCCEEDED("✓", "good", "good", "Succeeded"),
    PARTLY("▲", "warning", "warning", "Succeeded with issues"),
    FAILED("✕", "attention", "attention", "Failed"),
    REJECTED("✕", "attention", "attention", "Rejected"),
    CANCELLED("–", "default", "emphasis", "Cancelled"),
    SKIPPED("–", "default", "emphasis", "Skipped");

    private final String icon;
    private final String color;
    private final String style;
    private final String word;

    State(String icon, String color, String style, String word) {
        this.icon = icon;
        this.color = color;
        this.style = style;
        this.word = word;
    }

    /** One character that tells the state without its colour. */
    @Slot
    public String icon() {
        return icon;
    }

    /** Colour of a text. */
    @Slot
    String color() {
        return color;
    }

    /** Style of a container. */
    @Slot
    String style() {
        return style;
    }

    /** What a person reads, and a screen reader says. */
    @Slot
    public String word() {
        return word;
    }

    /** Nothing will change any more unless somebody reruns it. */
    boolean ended() {
        return switch (this) {
            case PENDING, RUNNING, WAITING, CANCELLING -> false;
            case SUCCEEDED, PARTLY, FAILED, REJECTED, CANCELLED, SKIPPED -> true;
        };
    }
}
