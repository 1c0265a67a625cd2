package io.soam.ingestion.boundary;

/**
 * What is kept at hand of the newest messages.
 *
 * @param maxRows messages that each stream's preview keeps on each replica
 * @param streams streams with a preview, on all replicas
 * @param rows messages in all previews, on all replicas
 */
public record BufferStatus(int maxRows, int streams, int rows) {}
