package io.slipway.cards;

/**
 * A filled Adaptive Card.
 *
 * @param json the card as Teams takes it, under 80 KB
 * @param summary one plain sentence for notifications and for clients that show no cards
 */
public record Card(String json, String summary) {}
