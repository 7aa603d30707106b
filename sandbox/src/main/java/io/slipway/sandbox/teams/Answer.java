package io.slipway.sandbox.teams;

import tools.jackson.databind.JsonNode;

/** What a person sees after they clicked on a card. */
public sealed interface Answer {

    /** The card looks so for this person from now on. */
    record Card(JsonNode content) implements Answer {}

    /** A short text that passes by. */
    record Toast(String text) implements Answer {}

    /** The click was refused; the bar under the card says why. */
    record Refused(String code, String text) implements Answer {}

    /** Silent sign-in does not do; after signing in, the same click goes on under this id. */
    record SignIn(String pending, String text, String url) implements Answer {}

    /** The message is with the bot, what comes of it comes as messages. */
    record Sent() implements Answer {}

    /** The bot did not answer by the protocol, or not at all: a broken card. Status 0 when nobody answered. */
    record Broken(int status) implements Answer {}
}
