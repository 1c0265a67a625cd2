package io.soam.quarantine.boundary;

import java.util.Map;

/**
 * All there is to know about one message.
 *
 * @param message the message
 * @param remedy how to mend it, for people
 * @param metadata what was known at reception
 * @param payload the payload, Base64 if the message is binary; cut if it is very long
 * @param payloadCut whether it was cut; the download has all of it
 * @param bronzeObject where the original lies
 * @param batchId the micro-batch that put it aside
 * @param rulesVersion the configuration it was judged by
 */
public record QuarantineDetail(
        QuarantinedMessage message,
        String remedy,
        Map<String, String> metadata,
        String payload,
        boolean payloadCut,
        String bronzeObject,
        long batchId,
        long rulesVersion) {

    public QuarantineDetail {
        metadata = Map.copyOf(metadata);
    }
}
