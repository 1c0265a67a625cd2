package io.soam.web.home;

import java.util.List;
import java.util.Locale;

/**
 * What sensors of a city measure, and how people read it.
 *
 * @param field its canonical name
 * @param label what was measured, for people
 * @param pattern a number and what it means
 */
record Measure(String field, String label, String pattern) {

    private static final String TEMPERATURE = "temperature";

    /** Those we know, the foremost first. */
    private static final List<Measure> KNOWN =
            List.of(
                    new Measure(TEMPERATURE, "Temperature", "%s °C"),
                    new Measure("aqi", "Air quality", "AQI %s"),
                    new Measure("co2", "CO₂", "%s ppm CO₂"),
                    new Measure("particulate_matter_2_5_ug_m3", "Air quality", "%s µg/m³ PM2.5"),
                    new Measure("carbon_monoxide_ppm", "Air quality", "%s ppm CO"),
                    new Measure("nitrogen_dioxide_ppm", "Air quality", "%s ppm NO₂"),
                    new Measure("fill_level_percent", "Fill level", "%s %% full"),
                    new Measure("vehicle_count", "Traffic", "%s vehicles"),
                    new Measure("average_speed_kph", "Traffic", "%s km/h"),
                    new Measure("noise_level", "Noise", "%s dB"),
                    new Measure("pressure", "Pressure", "%s hPa"),
                    new Measure("humidity", "Humidity", "%s %% humidity"),
                    new Measure("battery", "Battery", "%s %% battery"));

    /** What was measured, for people. */
    static String labelOf(String field) {
        return of(field).label;
    }

    /** A number and what it means. */
    static String format(String field, double number) {
        String text = TEMPERATURE.equals(field) ? Formats.tenths(number) : Formats.plain(number);
        return of(field).pattern.formatted(text);
    }

    /** Whether it is to be named before others: the smaller, the earlier. */
    static int rank(String field) {
        int known = KNOWN.indexOf(of(field));
        return known < 0 ? KNOWN.size() : known;
    }

    private static Measure of(String field) {
        return KNOWN.stream()
                .filter(measure -> measure.field.equals(field))
                .findFirst()
                .orElseGet(() -> unknown(field));
    }

    private static Measure unknown(String field) {
        String words = words(field);
        return new Measure(field, words, words.toLowerCase(Locale.ROOT).replace("%", "%%") + " %s");
    }

    /** {@code air_quality} and {@code airQuality} are {@code Air quality}. */
    private static String words(String field) {
        String spaced =
                field.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .replace('_', ' ')
                        .toLowerCase(Locale.ROOT);
        return spaced.isEmpty()
                ? "Value"
                : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
