package io.soam.quarantine.boundary;

/**
 * A payload, byte for byte as it came.
 *
 * @param fileName a name for it, of letters, digits, dots and hyphens
 * @param bytes the payload
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
public record RawPayload(String fileName, byte[] bytes) {}
