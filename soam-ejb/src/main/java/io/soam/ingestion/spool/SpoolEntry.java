package io.soam.ingestion.spool;

/**
 * A message on its way to stable storage.
 *
 * @param record the message
 * @param onDurable run, in the order of appending, once the message would survive a crash; this is
 *     where a connector acknowledges. It must not block and must not throw.
 */
public record SpoolEntry(SpoolRecord record, Runnable onDurable) {}
