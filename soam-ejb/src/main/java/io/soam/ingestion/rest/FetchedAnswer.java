package io.soam.ingestion.rest;

import java.nio.charset.Charset;
import java.time.Duration;
import okhttp3.HttpUrl;

/** An answer that has come in whole. */
final class FetchedAnswer {

    private static final int NOT_MODIFIED = 304;

    /**
     * What comes before the body.
     *
     * @param url where it came from, after redirects
     * @param status HTTP status
     * @param contentType type and subtype in lower case; empty if it gave none
     * @param charset null if it gave none
     * @param validators for the next request
     * @param retryAfter how long the server wants to be left alone; null if it did not say
     */
    record Head(
            HttpUrl url,
            int status,
            String contentType,
            Charset charset,
            Validators validators,
            Duration retryAfter) {}

    private final Head head;
    private final byte[] body;

    /**
     * Makes one.
     *
     * @param body decompressed; not copied
     */
    FetchedAnswer(Head head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    HttpUrl url() {
        return head.url();
    }

    int status() {
        return head.status();
    }

    String contentType() {
        return head.contentType();
    }

    Charset charset() {
        return head.charset();
    }

    Validators validators() {
        return head.validators();
    }

    Duration retryAfter() {
        return head.retryAfter();
    }

    byte[] body() {
        return body;
    }

    boolean isNotModified() {
        return head.status() == NOT_MODIFIED;
    }

    boolean isSuccess() {
        return head.status() >= 200 && head.status() < 300;
    }
}
