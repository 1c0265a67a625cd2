package io.soam.spark.enrichment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.soam.domain.enrichment.PayloadReader;
import io.soam.domain.enrichment.QuarantineReason;
import io.soam.domain.enrichment.UnreadablePayloadException;
import io.soam.domain.rules.Fields;
import java.io.IOException;

/**
 * Reads JSON as RFC 8259 has it: {@code NaN}, comments, single quotes and trailing text are faults.
 *
 * <p>Duplicate names are legal JSON and are not refused: detecting them costs a set per object, and
 * nothing would be won, because {@link io.soam.domain.rules.Normalizer} keeps both and flags the
 * record.
 */
final class JsonPayloadReader implements PayloadReader {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public void read(String payload, Fields into) throws UnreadablePayloadException {
        try (JsonParser parser = JSON.createParser(payload)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                object(parser, payload, "", 1, into);
            } else if (first != null && first.isScalarValue() && first != JsonToken.VALUE_NULL) {
                into.add(SCALAR_FIELD, parser.getText());
            } else {
                throw new UnreadablePayloadException(
                        QuarantineReason.NOT_AN_OBJECT,
                        "The payload is neither a JSON object nor a single value.");
            }
            if (parser.nextToken() != null) {
                throw new UnreadablePayloadException(
                        QuarantineReason.MALFORMED_JSON,
                        "The JSON is followed by something else at " + place(parser));
            }
        } catch (StreamConstraintsException e) {
            throw new UnreadablePayloadException(
                    QuarantineReason.TOO_COMPLEX, e.getOriginalMessage());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UnreadablePayloadException(
                    QuarantineReason.MALFORMED_JSON,
                    e.getOriginalMessage()
                            + " (line "
                            + e.getLocation().getLineNr()
                            + ", column "
                            + e.getLocation().getColumnNr()
                            + ")");
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot fail to be read", e);
        }
    }

    private static void object(
            JsonParser parser, String payload, String prefix, int depth, Fields into)
            throws IOException, UnreadablePayloadException {
        if (depth > MAX_DEPTH) {
            throw new UnreadablePayloadException(
                    QuarantineReason.TOO_COMPLEX,
                    "The payload is nested deeper than " + MAX_DEPTH + " objects.");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String path = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            switch (value) {
                case START_OBJECT -> object(parser, payload, path + ".", depth + 1, into);
                case START_ARRAY -> add(into, path, array(parser, payload));
                case VALUE_NULL -> {
                    // A null says no more than a missing field.
                }
                default -> add(into, path, parser.getText());
            }
        }
    }

    private static String array(JsonParser parser, String payload) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        int end = (int) parser.currentLocation().getCharOffset();
        return payload.substring(start, end);
    }

    private static void add(Fields into, String path, String text)
            throws UnreadablePayloadException {
        if (into.size() == MAX_FIELDS) {
            throw new UnreadablePayloadException(
                    QuarantineReason.TOO_COMPLEX,
                    "The payload has more than " + MAX_FIELDS + " fields.");
        }
        into.add(path, text);
    }

    private static String place(JsonParser parser) {
        return "line "
                + parser.currentLocation().getLineNr()
                + ", column "
                + parser.currentLocation().getColumnNr();
    }
}
