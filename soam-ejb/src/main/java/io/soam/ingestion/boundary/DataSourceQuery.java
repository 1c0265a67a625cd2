package io.soam.ingestion.boundary;

import io.soam.ingestion.control.SourceOrder;
import io.soam.ingestion.entity.SourceStatus;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * Which data sources are wanted.
 *
 * @param text part of the name or the ingestion id, disregarding case; null for any
 * @param status a status as in {@link DataSourceView}; null for any
 * @param typeName a connector type; null for any
 * @param enabledOnly whether disabled ones are left out
 * @param sort {@code name}, {@code type_name}, {@code status} or {@code last_connection}; a leading
 *     minus reverses it; null for name
 */
public record DataSourceQuery(
        @Size(max = 255, message = "Search for at most 255 characters.") String text,
        @Pattern(
                        regexp = "inactive|connecting|active|error|stopped",
                        message = "The status is inactive, connecting, active, error or stopped.")
                String status,
        @Size(max = 50, message = "A type's name has at most 50 characters.") String typeName,
        boolean enabledOnly,
        @Pattern(
                        regexp = "-?(name|type_name|status|last_connection)",
                        message =
                                "Sort by name, type_name, status or last_connection; a leading minus"
                                        + " reverses it.")
                String sort) {

    /** Every data source that is enabled, by name. */
    public static DataSourceQuery enabled() {
        return new DataSourceQuery(null, null, null, true, null);
    }

    SourceStatus statusWanted() {
        return status == null ? null : SourceStatus.valueOf(status.toUpperCase(Locale.ROOT));
    }

    SourceOrder.Directed order() {
        if (sort == null) {
            return new SourceOrder.Directed(SourceOrder.NAME, false);
        }
        boolean descending = sort.startsWith("-");
        String by = descending ? sort.substring(1) : sort;
        return new SourceOrder.Directed(
                SourceOrder.valueOf(by.toUpperCase(Locale.ROOT)), descending);
    }
}
