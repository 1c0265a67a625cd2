package io.soam.domain.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Follows a sensor across its limit. It raises one alert when the limit is crossed upwards and is
 * armed again as soon as a reading is back at or below it, so that a sensor that is hot twice
 * alerts twice and one that stays hot alerts once.
 *
 * <p>With the limit 30: the readings 29, 31, 33, 30, 32 give two episodes, one from 31 to 30 with
 * the peak 33, and an open one from 32.
 *
 * <p>A reading older than the last one of an open episode comes late: it may raise the peak and
 * counts, but it neither clears nor raises an alert.
 */
public final class TemperatureWatch {

    private static final Comparator<TemperatureReading> BY_TIME =
            Comparator.comparing(TemperatureReading::at)
                    .thenComparing(TemperatureReading::messageId);

    private TemperatureWatch() {}

    /**
     * Follows further readings of one sensor.
     *
     * @param open the sensor's open episode, or null
     * @param readings in any order
     * @param threshold degrees Celsius above which a temperature is too high
     * @return the episodes that are new or have changed, oldest first; at most the last one is open
     */
    public static List<AlertEpisode> follow(
            String sensorId,
            AlertEpisode open,
            List<TemperatureReading> readings,
            double threshold) {
        List<AlertEpisode> changed = new ArrayList<>();
        AlertEpisode current = open;
        for (TemperatureReading reading : readings.stream().sorted(BY_TIME).toList()) {
            boolean over = reading.celsius() > threshold;
            if (current == null) {
                current = over ? AlertEpisode.raise(sensorId, reading, threshold) : null;
            } else if (over) {
                current = current.extend(reading);
            } else if (reading.at().isAfter(current.lastAt())) {
                changed.add(current.clear(reading.at()));
                current = null;
            }
        }
        if (current != null && !current.equals(open)) {
            changed.add(current);
        }
        return changed;
    }
}
