package io.soam.ingestion.boundary;

import java.util.List;
import java.util.Map;

/**
 * Newest messages on all replicas.
 *
 * @param messages stream by stream, newest last
 * @param silentReplicas names of replicas that did not answer in time, so that theirs are missing
 */
public record PreviewAnswer(List<Map<String, Object>> messages, List<String> silentReplicas) {

    public PreviewAnswer {
        messages = List.copyOf(messages);
        silentReplicas = List.copyOf(silentReplicas);
    }
}
