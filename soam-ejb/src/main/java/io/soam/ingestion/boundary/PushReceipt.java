package io.soam.ingestion.boundary;

import java.util.List;

/**
 * Messages that were sent and are durable.
 *
 * @param ingestionId the data source
 * @param accepted how many
 * @param messageIds under which they will be found, in their order
 */
public record PushReceipt(String ingestionId, int accepted, List<String> messageIds) {

    public PushReceipt {
        messageIds = List.copyOf(messageIds);
    }
}
