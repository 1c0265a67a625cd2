package io.soam.ingestion.coap;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.soam.platform.control.Json;
import java.io.IOException;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.OptionSet;
import org.eclipse.californium.core.coap.Response;

/**
 * What a response carries, as it is stored.
 *
 * @param bytes JSON text where CBOR came, otherwise the payload as it came
 * @param contentFormat such as {@code application/cbor}; {@code undefined} if the device says none
 * @param fromCbor whether the bytes were CBOR
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CoapPayload(byte[] bytes, String contentFormat, boolean fromCbor) {

    private static final String NONE = "undefined";
    private static final ObjectMapper CBOR =
            new ObjectMapper(new CBORFactory())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static CoapPayload of(Response response) {
        byte[] bytes = response.getPayload();
        OptionSet options = response.getOptions();
        if (!options.hasContentFormat()) {
            return new CoapPayload(bytes, NONE, false);
        }
        String format = MediaTypeRegistry.toString(options.getContentFormat());
        byte[] json = format.endsWith("cbor") ? json(bytes) : null;
        return json == null
                ? new CoapPayload(bytes, format, false)
                : new CoapPayload(json, format, true);
    }

    /** Null if it is no CBOR after all: it is stored as it came, and judged by enrichment. */
    private static byte[] json(byte[] cbor) {
        try {
            JsonNode tree = CBOR.readTree(cbor);
            return tree.isMissingNode() ? null : Json.mapper().writeValueAsBytes(tree);
        } catch (IOException e) {
            CoapLog.LOG.notCbor(e.getMessage());
            return null;
        }
    }
}
