package io.soam.ingestion.boundary;

import jakarta.validation.constraints.Size;

/**
 * Which data sources are wanted.
 *
 * @param text part of the name or the ingestion id, disregarding case; null for any
 * @param status a status as in {@link DataSourceView}; null for any
 * @param enabledOnly whether disabled ones are left out
 * @param sort {@code name}, {@code type_name}, {@code status} or {@code last_connection}; a leading minus
 *     reverses it; null for name
 */
public record DataSourceQuery(
        @Size(max = 255, message = "Search for at most 255 characters.") String text,
        String status,
        boolean enabledOnly,
        String sort) {

    /** Every data source that is enabled, by name. */
    public static DataSourceQuery enabled() {
        return new DataSourceQuery(null, null, true, null);
    }
}
