package io.soam.ingestion.spool;

/**
 * What is in a segment: frames of length 4, CRC-32C 4 and body. The first byte of a body tells what
 * it is.
 *
 * <pre>
 * stream      3 | header                                 the next number, from 0
 * message     2 | stream's number 4 | content
 * message     1 | received 8 | event 8 | id 16 | flags 1 | header length 2 | header | payload
 * content     received µs 8 | event µs 8 | message id 16 | flags 1 | payload
 * </pre>
 *
 * <p>A stream is written once in each segment, before its first message there. Messages of kind 1
 * carry it themselves; they were written before there was kind 2 and are only read.
 */
final class SegmentFormat {

    /** Bytes before a body. */
    static final int FRAME = 2 * Integer.BYTES;

    static final byte SELF_CONTAINED = 1;
    static final byte MESSAGE = 2;
    static final byte STREAM = 3;

    /** Bytes before the content of a message. */
    static final int MESSAGE_PREFIX = 1 + Integer.BYTES;

    private SegmentFormat() {}
}
