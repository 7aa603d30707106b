package io.slipway.ports;

import io.slipway.alm.Person;
import java.util.Locale;

/**
 * Something a person typed to Slipway.
 *
 * @param id conversation id and activity id together: unique, the same when Teams delivers it again
 * @param text what was typed, without the mention of Slipway
 */
public record Message(String id, Room room, Person from, String text, Locale locale) {}
