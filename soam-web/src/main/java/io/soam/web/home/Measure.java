package io.soam.web.home;

import java.util.Arrays;
import java.util.Locale;

/** What sensors of a city measure, and how people read it. */
enum Measure {
    TEMPERATURE("temperature", "Temperature", "%s °C"),
    HUMIDITY("humidity", "Humidity", "%s %% humidity"),
    AIR_QUALITY("aqi", "Air quality", "AQI %s"),
    CO2("co2", "CO₂", "%s ppm CO₂"),
    PM25("pm25", "Particles", "%s µg/m³ PM2.5"),
    PM10("pm10", "Particles", "%s µg/m³ PM10"),
    NOISE("noise_level", "Noise", "%s dB"),
    PRESSURE("pressure", "Pressure", "%s hPa"),
    FILL_LEVEL("fill_level", "Fill level", "%s %% full"),
    BATTERY("battery", "Battery", "%s %% battery");

    private final String field;
    private final String label;
    private final String pattern;

    Measure(String field, String label, String pattern) {
        this.field = field;
        this.label = label;
        this.pattern = pattern;
    }

    /** What was measured, for people. */
    static String label(String field) {
        return Arrays.stream(values())
                .filter(measure -> measure.field.equals(field))
                .map(measure -> measure.label)
                .findFirst()
                .orElseGet(() -> words(field));
    }

    /** A number and what it means. */
    static String format(String field, double number) {
        if (TEMPERATURE.field.equals(field)) {
            return TEMPERATURE.pattern.formatted(Formats.tenths(number));
        }
        String text = Formats.plain(number);
        return Arrays.stream(values())
                .filter(measure -> measure.field.equals(field))
                .map(measure -> measure.pattern.formatted(text))
                .findFirst()
                .orElseGet(() -> words(field).toLowerCase(Locale.ROOT) + " " + text);
    }

    /** Whether it is to be named before others. */
    static int rank(String field) {
        for (Measure measure : values()) {
            if (measure.field.equals(field)) {
                return measure.ordinal();
            }
        }
        return values().length;
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
