package io.soam.domain.enrichment;

import io.soam.domain.rules.Fields;

/** Reads the JSON text of a payload; implemented where a JSON library is at hand. */
@FunctionalInterface
public interface PayloadReader {

    /**
     * Adds the fields of a payload to {@code into}, flattened as {@link Fields} describes. A JSON
     * number, text or boolean alone is the one field {@value #SCALAR_FIELD}.
     *
     * @throws UnreadablePayloadException if the payload is not JSON, or neither an object nor a
     *     scalar
     */
    void read(String payload, Fields into) throws UnreadablePayloadException;

    /** Name of the field that a bare JSON scalar gives. */
    String SCALAR_FIELD = "value";

    /** Deepest nesting that is read; deeper payloads are an attack or a mistake. */
    int MAX_DEPTH = 64;

    /** Most fields of one payload. */
    int MAX_FIELDS = 1_000;
}
