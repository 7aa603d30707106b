package io.slipway.sandbox.world;

/**
 * Somebody who works in the imitated company.
 *
 * @param alias short name, such as {@code mia}
 * @param objectId Entra object id
 * @param mail sign-in address
 * @param role what they do, as the page shows it
 */
public record Human(String alias, String objectId, String name, String mail, String role) {

    /** The id of this person inside Teams. */
    public String teamsId() {
        return "29:" + alias + "-" + objectId;
    }
}
