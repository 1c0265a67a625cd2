package io.soam.web.home;

/**
 * A number of the moment.
 *
 * @param key by which the page finds it
 * @param label what it is
 * @param value the number, ready to be read
 * @param unit its unit or what it relates to
 * @param series colour of its line: {@code c1} to {@code c5}
 * @param points how it went, as points of a line in a box of 100 by 28; empty if unknown
 */
public record Kpi(
        String key, String label, String value, String unit, String series, String points) {}
