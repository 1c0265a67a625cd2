package io.soam.schema.boundary;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Which datasets are wanted.
 *
 * @param text part of the ingestion id, the topic or the name of a field, disregarding case; null
 *     for any
 * @param topic a topic exactly; null for any
 * @param sourceType a connector's type; null for any
 * @param activeOnly whether those without a message within the last hour are left out
 * @param sort one of the names below; a leading minus reverses it; null for the newest message
 *     first
 */
public record DatasetQuery(
        @Size(max = 255, message = "Search for at most 255 characters.") String text,
        @Size(max = 4_096, message = "A topic has at most 4,096 characters.") String topic,
        @Size(max = 50, message = "A type has at most 50 characters.") String sourceType,
        boolean activeOnly,
        @Pattern(
                        regexp =
                                "-?(ingestion_id|topic|source_type|record_count|first_seen|last_seen|unique_sensor_ids|data_size_bytes|field_count)",
                        message =
                                "Sort by ingestion_id, topic, source_type, record_count, first_seen, last_seen,"
                                        + " unique_sensor_ids, data_size_bytes or field_count; a leading minus"
                                        + " reverses it.")
                String sort) {

    /** All of them, that with the newest message first. */
    public static DatasetQuery all() {
        return new DatasetQuery(null, null, null, false, null);
    }
}
