package io.soam.schema.boundary;

import java.time.Instant;

/**
 * What is known of one stream of messages as a whole.
 *
 * @param ingestionId the stream
 * @param topic the topic, resource or address it comes by; {@code unknown} if its connector has
 *     none
 * @param sourceType the connector's type
 * @param sourceId ingestion id of the data source
 * @param sourceName name of the data source; null once it is deleted
 * @param recordCount messages in bronze, exactly
 * @param unreadableCount of these, messages whose payload cannot be read
 * @param firstSeen reception of the first message
 * @param lastSeen reception of the last message
 * @param firstEventTime the earliest time a device gave; null if none gave one
 * @param lastEventTime the latest time a device gave; null if none gave one
 * @param uniqueSensorIds different sensors, exact up to 256
 * @param dataSizeBytes size of all payloads
 * @param fieldCount fields that are described
 * @param active whether a message came within the last hour
 * @param createdAt when the stream was first described
 * @param updatedAt when this was last brought up to date
 */
public record DatasetView(
        String ingestionId,
        String topic,
        String sourceType,
        String sourceId,
        String sourceName,
        long recordCount,
        long unreadableCount,
        Instant firstSeen,
        Instant lastSeen,
        Instant firstEventTime,
        Instant lastEventTime,
        long uniqueSensorIds,
        long dataSizeBytes,
        int fieldCount,
        boolean active,
        Instant createdAt,
        Instant updatedAt) {}
