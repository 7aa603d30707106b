package io.slipway.brokenhouse.store;

/** What the broken noun reaches for. */
public interface Cellar {}
