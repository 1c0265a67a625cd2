package io.soam.simulator.replay;

import java.time.Instant;
import java.util.Optional;

/**
 * How to replay.
 *
 * @param rate messages a second; without it as recorded
 * @param topic for messages that name none
 * @param topicPrefix before the topics that messages name
 * @param timeField which field of a payload tells when it was measured
 */
record ReplaySettings(
        Speed speed,
        Optional<Double> rate,
        Optional<String> topic,
        String topicPrefix,
        String timeField) {

    Pace pace(Instant start) {
        return rate.map(perSecond -> Pace.rate(perSecond, start))
                .orElseGet(() -> Pace.speed(speed.factor(), start));
    }

    Optional<String> topic(RecordedMessage message) {
        return message.topic().map(topicPrefix::concat).or(() -> topic);
    }
}
