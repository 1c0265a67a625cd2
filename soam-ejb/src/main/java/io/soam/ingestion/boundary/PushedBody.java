package io.soam.ingestion.boundary;

import java.nio.charset.Charset;

/** What a sender has sent. */
public final class PushedBody {

    private final String contentType;
    private final Charset charset;
    private final byte[] bytes;
    private final String idempotencyKey;

    /**
     * Takes a request's body; the bytes are not copied.
     *
     * @param contentType type and subtype in lower case
     * @param charset null if the sender gave none
     * @param idempotencyKey what the sender calls this request; null if it has no name
     */
    public PushedBody(String contentType, Charset charset, byte[] bytes, String idempotencyKey) {
        this.contentType = contentType;
        this.charset = charset;
        this.bytes = bytes;
        this.idempotencyKey = idempotencyKey;
    }

    public String contentType() {
        return contentType;
    }

    public Charset charset() {
        return charset;
    }

    public byte[] bytes() {
        return bytes;
    }

    public String idempotencyKey() {
        return idempotencyKey;
    }
}
