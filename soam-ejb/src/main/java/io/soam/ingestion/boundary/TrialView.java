package io.soam.ingestion.boundary;

import java.util.List;

/**
 * What came of trying a configuration out.
 *
 * @param reached whether the other side could be reached and used
 * @param message what happened and what to do about it
 * @param samples the first messages, which are not stored
 */
public record TrialView(boolean reached, String message, List<Sample> samples) {

    /**
     * A message that came.
     *
     * @param topic the topic, resource or URL that it came by
     * @param payload its text; Base64 if it is not UTF-8
     */
    public record Sample(String topic, String payload) {}
}
