package io.soam.spark.catalogue;

/**
 * A bronze object that a batch refines.
 *
 * @param key in the bucket
 * @param ingestionId the stream
 * @param rows messages in it
 */
public record PlannedObject(String key, String ingestionId, long rows) {}
