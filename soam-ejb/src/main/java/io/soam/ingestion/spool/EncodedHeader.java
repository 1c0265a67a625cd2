package io.soam.ingestion.spool;

/** A {@link StreamHeader} ready to be repeated in every record of its stream. */
public final class EncodedHeader {

    private static final int MAX_LENGTH = 0xffff;

    private final StreamHeader header;
    private final byte[] bytes;

    private EncodedHeader(StreamHeader header, byte[] bytes) {
        this.header = header;
        this.bytes = bytes;
    }

    /**
     * Encodes a header.
     *
     * @throws IllegalArgumentException if its texts are longer than 65,535 bytes together
     */
    public static EncodedHeader of(StreamHeader header) {
        byte[] bytes = header.encode();
        if (bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "The metadata of stream " + header.ingestionId() + " exceeds 65,535 bytes");
        }
        return new EncodedHeader(header, bytes);
    }

    /** Decodes what {@link SpoolRecord#header()} returns. */
    public static StreamHeader decode(byte[] bytes) {
        return StreamHeader.decode(bytes);
    }

    public StreamHeader header() {
        return header;
    }

    byte[] bytes() {
        return bytes;
    }
}
