package io.soam.ingestion.spool;

import java.util.Arrays;

/** A {@link StreamHeader} ready to be written once in every segment that has its messages. */
public final class EncodedHeader {

    private static final int MAX_LENGTH = 0xffff;

    private final StreamHeader header;
    private final byte[] bytes;
    private final int hash;

    private EncodedHeader(StreamHeader header, byte[] bytes) {
        this.header = header;
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
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

    static EncodedHeader read(byte[] bytes) {
        return new EncodedHeader(StreamHeader.decode(bytes), bytes);
    }

    public StreamHeader header() {
        return header;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof EncodedHeader that
                        && hash == that.hash
                        && Arrays.equals(bytes, that.bytes));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
