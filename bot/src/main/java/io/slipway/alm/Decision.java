package io.slipway.alm;

/** What an approver says. */
public enum Decision {
    APPROVE,
    REJECT
}
