package io.soam.web.rest.answers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soam.answers.boundary.TemperatureAverage;
import java.time.Instant;

/**
 * An average as the API shows it; the components are those of {@link TemperatureAverage}.
 *
 * @param sensorId named {@code sensorId}: existing clients expect it
 */
public record AverageTemperaturePayload(
        @JsonProperty("sensorId") String sensorId,
        Instant timeStart,
        Instant timeEnd,
        double avgTemp,
        long readings,
        Instant minEnrichmentTs) {

    static AverageTemperaturePayload of(TemperatureAverage average) {
        return new AverageTemperaturePayload(
                average.sensorId(),
                average.timeStart(),
                average.timeEnd(),
                average.avgTemp(),
                average.readings(),
                average.minEnrichmentTs());
    }
}
