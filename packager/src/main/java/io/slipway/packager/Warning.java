package io.slipway.packager;

/**
 * Something that the original loses or accepts without a word, and that somebody should know.
 *
 * @param about the file or component
 * @param text what is the matter, as the rest of a sentence
 */
public record Warning(String about, String text) {
    @Override
    public String toString() {
        return about + ": " + text;
    }
}
