package io.soam.web.home;

/**
 * A stage on the way from source to answer.
 *
 * @param key by which the page finds it
 * @param label its name
 * @param tone how it is doing
 * @param word the same as a word
 * @param text what there is to know, in one line
 */
public record Stage(String key, String label, Tone tone, String word, String text) {}
