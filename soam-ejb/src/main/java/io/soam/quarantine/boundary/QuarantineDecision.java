package io.soam.quarantine.boundary;

import java.time.Instant;
import java.util.Map;

/**
 * What has become of a decision.
 *
 * @param state the state that the messages have now
 * @param changed how many messages it changed
 * @param remaining how many that the filter finds are left for another request of the same kind
 * @param decidedAt the moment of the decision, by which a filter finds its messages again
 * @param replays of replayed messages: id here, and id of the new message
 */
public record QuarantineDecision(
        String state,
        long changed,
        long remaining,
        Instant decidedAt,
        Map<String, String> replays) {

    public QuarantineDecision {
        replays = Map.copyOf(replays);
    }
}
