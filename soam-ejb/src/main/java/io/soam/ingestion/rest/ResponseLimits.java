package io.soam.ingestion.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * What a server may demand of us at most.
 *
 * @param connect time to reach it
 * @param total time from the request to the last byte, redirects included
 * @param bytes size of an answer, after decompression
 */
record ResponseLimits(Duration connect, Duration total, int bytes) {

    private static final int TEN_MEBIBYTES = 10 << 20;

    static ResponseLimits of(JsonNode config) {
        return new ResponseLimits(
                Duration.ofSeconds(config.path("connect_timeout").asInt(10)),
                Duration.ofSeconds(config.path("timeout").asInt(30)),
                config.path("max_response_bytes").asInt(TEN_MEBIBYTES));
    }

    /** The same, but no longer than that. */
    ResponseLimits within(Duration limit) {
        return new ResponseLimits(shorter(connect, limit), shorter(total, limit), bytes);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
