package io.soam.web.home;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small line without axes, in a box of 100 by 28. */
public final class Sparkline {

    private static final double WIDTH = 100;
    private static final double TOP = 3;
    private static final double BOTTOM = 25;

    private Sparkline() {}

    /**
     * The points of the line. A line never pretends: one that does not vary is flat, in the middle,
     * or at the bottom when it is nothing at all.
     *
     * @return such as {@code 0,25 50,14 100,3}; empty for fewer than two values
     */
    public static String points(List<Double> values) {
        if (values.size() < 2) {
            return "";
        }
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double step = WIDTH / (values.size() - 1);
        return IntStream.range(0, values.size())
                .mapToObj(i -> point(i * step, height(values.get(i), least, most)))
                .collect(Collectors.joining(" "));
    }

    private static double height(double value, double least, double most) {
        if (most == least) {
            return most == 0 ? BOTTOM : (TOP + BOTTOM) / 2;
        }
        // Small noise of a steady rate stays small: the box spans at least a quarter of the value.
        double span = Math.max(most - least, Math.abs(most) / 4);
        double middle = (most + least) / 2;
        return (TOP + BOTTOM) / 2 - (value - middle) / span * (BOTTOM - TOP);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
