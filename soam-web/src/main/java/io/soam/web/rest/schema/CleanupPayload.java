package io.soam.web.rest.schema;

/**
 * What a clean-up has deleted.
 *
 * @param deleted figures of quality
 * @param daysToKeep days whose figures were kept
 */
public record CleanupPayload(long deleted, int daysToKeep) {}
