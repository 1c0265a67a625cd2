package io.soam.schema.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.soam.domain.schema.ObservedMessage;
import io.soam.domain.schema.StreamObserver;
import java.io.IOException;

/** Tells an observer the values of JSON payloads, without making objects of them. */
final class JsonMessages {

    /** Names are not interned: devices may invent as many as they like. */
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .build();

    private JsonMessages() {}

    /**
     * Observes a message. As in enrichment, a payload is readable if it is one JSON object or one
     * JSON value that is neither null nor an array.
     */
    static void observe(StreamObserver observer, byte[] payload, ObservedMessage message) {
        boolean readable;
        observer.begin();
        try (JsonParser parser = JSON.createParser(payload)) {
            readable = isSingle(parser.nextToken()) && tell(parser, observer);
        } catch (IOException e) {
            // That it is no JSON is a finding, not a failure: it is counted.
            readable = false;
        }
        if (readable) {
            observer.end(message);
        } else {
            observer.unreadable(message);
        }
    }

    private static boolean isSingle(JsonToken first) {
        return first == JsonToken.START_OBJECT
                || (first != null && first.isScalarValue() && first != JsonToken.VALUE_NULL);
    }

    /** Whether nothing follows the first value. */
    private static boolean tell(JsonParser parser, StreamObserver observer) throws IOException {
        int depth = 0;
        JsonToken token = parser.currentToken();
        do {
            switch (token) {
                case START_OBJECT -> depth += entered(observer.startObject(), parser);
                case START_ARRAY -> depth += entered(observer.startArray(), parser);
                case END_OBJECT, END_ARRAY -> {
                    observer.endContainer();
                    depth--;
                }
                case FIELD_NAME -> {
                    if (!observer.field(parser.currentName())) {
                        parser.nextToken();
                        parser.skipChildren();
                    }
                }
                default -> value(token, parser, observer);
            }
            token = parser.nextToken();
        } while (token != null && depth > 0);
        return token == null;
    }

    private static int entered(boolean entered, JsonParser parser) throws IOException {
        if (entered) {
            return 1;
        }
        parser.skipChildren();
        return 0;
    }

    private static void value(JsonToken token, JsonParser parser, StreamObserver observer)
            throws IOException {
        switch (token) {
            case VALUE_STRING ->
                    observer.of(
                            parser.getTextCharacters(),
                            parser.getTextOffset(),
                            parser.getTextLength());
            case VALUE_NUMBER_INT -> integer(parser, observer);
            case VALUE_NUMBER_FLOAT -> observer.of(parser.getDoubleValue());
            case VALUE_TRUE -> observer.of(true);
            case VALUE_FALSE -> observer.of(false);
            default -> observer.ofNull();
        }
    }

    private static void integer(JsonParser parser, StreamObserver observer) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            observer.ofGreatInteger(parser.getText());
        } else {
            observer.of(parser.getLongValue());
        }
    }
}
