package io.slipway.cards;

import java.util.List;

/**
 * Asks one person of a channel or group to sign in, because Teams signs people in by a sign-in card of its own in personal
 * chats only. Their client asks for its view at once, and that is where the silent sign-in happens.
 *
 * @param name who is to sign in
 * @param reason why, in a sentence
 * @param person Entra object id of whoever is to sign in
 * @param teamsId the same person's id in Teams
 */
public record SignInCard(String name, String reason, String person, String teamsId) implements Face {

    @Override
    public String summary() {
        return name + ", please sign in: " + reason;
    }

    @Slot
    List<String> refreshFor() {
        return List.of(teamsId);
    }
}
