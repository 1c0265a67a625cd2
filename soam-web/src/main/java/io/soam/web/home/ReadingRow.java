package io.soam.web.home;

import java.time.Instant;

/**
 * A reading.
 *
 * @param key by which the page finds it
 * @param at time of the device
 * @param sensor who measured it
 * @param value its foremost number with the unit
 * @param more its other numbers with their units; empty if there are none
 * @param stream its stream, shortened for people
 * @param ingestionId its stream
 * @param kind what was measured, to filter by
 * @param tone how it is
 * @param word the same as a word
 */
public record ReadingRow(
        String key,
        Instant at,
        String sensor,
        String value,
        String more,
        String stream,
        String ingestionId,
        String kind,
        Tone tone,
        String word) {}
