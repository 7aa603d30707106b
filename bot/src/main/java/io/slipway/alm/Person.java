package io.slipway.alm;

/**
 * Somebody who talks or clicks.
 *
 * @param id the Entra object id: the same person in Teams and in Azure DevOps
 * @param name the display name, as Teams shows it
 * @param teamsId the id inside Teams ({@code 29:...}), needed to mention the person or to refresh a card for them
 */
public record Person(String id, String name, String teamsId) {}
