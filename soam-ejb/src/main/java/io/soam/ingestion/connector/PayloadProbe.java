package io.soam.ingestion.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Looks into a payload as far as reception must: whether it is text, and what time it gives. A
 * payload that is not JSON is no fault here; it is stored as it came and judged by enrichment.
 */
public final class PayloadProbe {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String TIMESTAMP = "timestamp";

    private PayloadProbe() {}

    /** Whether the bytes are UTF-8 without fault. */
    public static boolean isText(byte[] payload) {
        if (isAscii(payload)) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * The text of the top-level field {@code timestamp}; null if there is none or no JSON object.
     */
    public static String timestamp(byte[] payload) {
        try (JsonParser parser = JSON.createParser(payload)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = TIMESTAMP.equals(parser.currentName());
                JsonToken value = parser.nextToken();
                if (found && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean isAscii(byte[] payload) {
        for (byte b : payload) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
