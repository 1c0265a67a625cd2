package io.soam.operations.boundary;

/**
 * How this server itself is doing, without asking anybody.
 *
 * @param buffer {@code open}, {@code full} or {@code failing} while reading pauses, {@code closed}
 *     while the server stops
 * @param bufferedBytes bytes that wait here for the object store
 * @param objectStore {@code up} or {@code down} as it was last seen; {@code unknown} before
 * @param activeSources data sources that are active on some replica
 * @param failingSources data sources that are enabled and active on none
 */
public record HealthReport(
        String buffer,
        long bufferedBytes,
        String objectStore,
        int activeSources,
        int failingSources) {}
