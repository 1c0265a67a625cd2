package io.soam.ingestion.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A data source as users see it.
 *
 * @param id its number
 * @param name for people
 * @param typeName its connector type, such as {@code mqtt}
 * @param typeDisplayName the type for people, such as {@code MQTT Broker}
 * @param config its configuration, secrets left out
 * @param secretsSet names of its secret settings that have a value
 * @param ingestionId its id in the lake
 * @param enabled whether a connector runs for it
 * @param status {@code inactive}, {@code connecting}, {@code active}, {@code error} or {@code
 *     stopped}
 * @param wanted whether people want it to run; false after it was stopped
 * @param createdBy who registered it
 * @param updatedBy who changed it last
 * @param updatedAt when it was changed last, or its connector reported last
 * @param version what a change must name to be sure that it changes what was seen
 * @param mayChange whether the caller may change and delete it
 * @param mayOperate whether the caller may start, stop and restart it
 * @param lastConnection when it was last connected; null if never
 * @param lastError why it is not active; null if it is
 */
public record DataSourceView(
        long id,
        String name,
        String typeName,
        String typeDisplayName,
        Map<String, Object> config,
        List<String> secretsSet,
        String ingestionId,
        boolean enabled,
        String status,
        boolean wanted,
        String createdBy,
        String updatedBy,
        Instant updatedAt,
        int version,
        boolean mayChange,
        boolean mayOperate,
        Instant lastConnection,
        String lastError) {}
