package io.soam.web.home;

/**
 * A service that SOAM stands on.
 *
 * @param key by which the page finds it
 * @param label its name
 * @param tone how it is doing
 * @param word the same as a word
 * @param text what is wrong and what still works, or a short fact
 */
public record PartItem(String key, String label, Tone tone, String word, String text) {}
