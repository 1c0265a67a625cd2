package io.soam.web.home;

import java.time.Instant;

/**
 * An alert.
 *
 * @param key by which the page finds it
 * @param tone {@code BAD} while it is open
 * @param word open or over
 * @param title what happened
 * @param text to whom, and how much
 * @param at when
 */
public record AlertItem(
        String key, Tone tone, String word, String title, String text, Instant at) {}
