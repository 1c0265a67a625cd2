package io.soam.ingestion.boundary;

import java.time.Instant;

/**
 * What came of a data source in one step of time, on all replicas.
 *
 * @param at begin of the step
 * @param received messages taken over
 * @param failed messages that could not be taken
 * @param bytes of their payloads
 */
public record ActivityPoint(Instant at, long received, long failed, long bytes) {}
