package io.soam.web.home;

import io.soam.answers.boundary.Answer;
import io.soam.answers.boundary.TemperatureAverage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the chart of average temperatures draws.
 *
 * @param state what the card can show
 * @param note why it is stale or failed, for people; otherwise null
 * @param asOf when the lake said so; null if never
 * @param from begin of the time axis
 * @param to its end
 * @param stepSeconds distance of two points; where it is larger there is a gap
 * @param threshold limit in force, degrees Celsius
 * @param sensors all sensors there are, by name, at most 500
 * @param sensorTotal how many there are
 * @param series lines to be drawn
 */
public record TemperatureChart(
        CardState state,
        String note,
        Instant asOf,
        Instant from,
        Instant to,
        long stepSeconds,
        double threshold,
        List<String> sensors,
        int sensorTotal,
        List<Series> series) {

    /** Lines that are told apart at a glance. */
    static final int DEFAULT_SERIES = 8;

    private static final int MOST_SENSORS = 500;
    private static final int MOST_POINTS = 300;

    /**
     * A line.
     *
     * @param sensor whose
     * @param points oldest first
     */
    public record Series(String sensor, List<Point> points) {

        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * A point.
     *
     * @param at begin of its window
     * @param value degrees Celsius
     */
    public record Point(Instant at, double value) {}

    public TemperatureChart {
        sensors = List.copyOf(sensors);
        series = List.copyOf(series);
    }

    /**
     * The chart of a time range that ends now.
     *
     * @param chosen the sensors to draw; empty for the first ones by name
     */
    static TemperatureChart of(
            Answer<TemperatureAverage> answer,
            Duration range,
            Instant now,
            double threshold,
            Set<String> chosen) {
        Instant from = now.minus(range);
        Map<String, List<TemperatureAverage>> bySensor =
                answer.rows().stream()
                        .filter(row -> !row.timeEnd().isBefore(from))
                        .collect(
                                Collectors.groupingBy(
                                        TemperatureAverage::sensorId,
                                        () -> new TreeMap<>(NaturalOrder.INSTANCE),
                                        Collectors.toList()));
        Duration step = step(range);
        List<Series> series =
                bySensor.keySet().stream()
                        .filter(sensor -> chosen.isEmpty() || chosen.contains(sensor))
                        .limit(chosen.isEmpty() ? DEFAULT_SERIES : chosen.size())
                        .map(sensor -> new Series(sensor, points(bySensor.get(sensor), step)))
                        .toList();
        CardState state = Card.stateOf(answer);
        return new TemperatureChart(
                state == CardState.READY && bySensor.isEmpty() ? CardState.EMPTY : state,
                answer.staleReason(),
                answer.asOf(),
                from,
                now,
                step.toSeconds(),
                threshold,
                bySensor.keySet().stream().limit(MOST_SENSORS).toList(),
                bySensor.size(),
                series);
    }

    /** Whole minutes, so that a line has at most 300 points: 24 h are drawn in steps of 5 min. */
    static Duration step(Duration range) {
        long minutes = Math.max(1, (range.toMinutes() + MOST_POINTS - 1) / MOST_POINTS);
        return Duration.ofMinutes(minutes);
    }

    private static List<Point> points(List<TemperatureAverage> rows, Duration step) {
        Map<Instant, List<TemperatureAverage>> steps =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> floor(row.timeStart(), step),
                                        TreeMap::new,
                                        Collectors.toList()));
        return steps.entrySet().stream()
                .map(entry -> new Point(entry.getKey(), mean(entry.getValue())))
                .sorted(Comparator.comparing(Point::at))
                .toList();
    }

    private static Instant floor(Instant at, Duration step) {
        long second = at.getEpochSecond();
        return Instant.ofEpochSecond(second - Math.floorMod(second, step.toSeconds()));
    }

    /**
     * Mean of the readings, not of the windows: a window of one reading must not weigh like ten.
     */
    private static double mean(List<TemperatureAverage> rows) {
        double sum = rows.stream().mapToDouble(row -> row.avgTemp() * row.readings()).sum();
        long readings = rows.stream().mapToLong(TemperatureAverage::readings).sum();
        double mean = readings == 0 ? rows.get(0).avgTemp() : sum / readings;
        return Math.round(mean * 100) / 100.0;
    }
}
