/**
 * A durable queue of plain files between reception and bronze.
 *
 * <p>Records are appended to a segment file and forced to disk in groups: whatever waits is
 * written, one {@code fdatasync} later all of it is acknowledged, without any timer, because a
 * broker's in-flight window divided by the commit time is the rate. A segment that is old or large
 * enough is sealed and becomes the unit of upload; when its objects are in bronze it is deleted.
 * After a crash every segment is sealed and read up to its first damaged record.
 *
 * <p>Seven ways to do this were compared (docs/adr/0004): plain files cost the least and lose
 * nothing.
 */
package io.soam.ingestion.spool;
