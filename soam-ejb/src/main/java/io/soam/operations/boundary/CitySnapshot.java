package io.soam.operations.boundary;

import io.soam.answers.boundary.Answer;
import io.soam.answers.boundary.LatestReading;
import io.soam.answers.boundary.TemperatureAlert;
import io.soam.answers.boundary.TemperatureAverage;
import io.soam.enrichment.boundary.StreamsStatus;
import java.time.Instant;
import java.util.List;

/**
 * Everything that the page Home shows, taken at one moment.
 *
 * @param at the moment
 * @param received messages per second taken over
 * @param stored messages per second that reached bronze
 * @param enriched rows per second that reached silver
 * @param lastReceivedAt reception of the newest message; null before the first
 * @param goldDelaySeconds 95th percentile from the device's time to gold in the last minutes; null
 *     if unknown
 * @param bronzeLagSeconds age of the oldest message that is not yet in bronze; 0 if there is none
 * @param silverLagSeconds age of the oldest bronze row that is not yet in silver; 0 if there is
 *     none
 * @param quarantinedToday rows put into quarantine since midnight UTC
 * @param receivedToday rows taken by micro-batches since midnight UTC
 * @param spoolBytes bytes that wait for bronze
 * @param spoolProblem why reading or storing pauses, for people; null while it does not
 * @param activeSources data sources that are active
 * @param failingSources data sources that are enabled and not active
 * @param streams streams with a message in the last minutes
 * @param pipeline what the pipeline is doing
 * @param parts the services SOAM stands on
 * @param averages gold averages of the last hour, by sensor and time
 * @param alerts gold alerts of the last hours, newest first
 * @param latest newest readings of silver, newest first
 * @param threshold limit in force, degrees Celsius
 */
public record CitySnapshot(
        Instant at,
        Rate received,
        Rate stored,
        Rate enriched,
        Instant lastReceivedAt,
        Double goldDelaySeconds,
        double bronzeLagSeconds,
        double silverLagSeconds,
        long quarantinedToday,
        long receivedToday,
        long spoolBytes,
        String spoolProblem,
        int activeSources,
        int failingSources,
        int streams,
        StreamsStatus pipeline,
        List<PartState> parts,
        Answer<TemperatureAverage> averages,
        Answer<TemperatureAlert> alerts,
        List<LatestReading> latest,
        double threshold) {

    /**
     * A rate and how it went.
     *
     * @param now messages per second over the last seconds
     * @param history the same for equal steps of the last ten minutes, oldest first
     */
    public record Rate(double now, List<Double> history) {

        public Rate {
            history = List.copyOf(history);
        }
    }
}
