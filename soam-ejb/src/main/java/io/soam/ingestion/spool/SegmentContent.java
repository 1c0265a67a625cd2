package io.soam.ingestion.spool;

import java.util.List;

/**
 * What could be read of a segment.
 *
 * @param records its messages in the order in which they were acknowledged; each is read from the
 *     file when it is asked for, so go through them rather than keep them
 * @param end offset behind the last of them
 * @param unread bytes that follow there and are no intact record
 * @param damaged whether the unread bytes may hold messages that were acknowledged, so that they
 *     are more than the torn end that a crash leaves
 */
public record SegmentContent(List<SpoolRecord> records, int end, int unread, boolean damaged) {}
