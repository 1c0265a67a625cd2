package io.soam.ingestion.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a JSON document into records without rewriting them: each record is the bytes of the
 * document, so that {@code 1.10} stays {@code 1.10}.
 */
public final class JsonSlices {

    /** Deeper documents are refused. */
    public static final int DEEPEST = 200;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    private static final int MOST_NAMES = 20;

    private JsonSlices() {}

    /**
     * The records at a place of a document: each element if there is a list, nothing if there is
     * null, else the one value.
     *
     * @param document UTF-8, without byte order mark
     * @param path keys and indexes that lead to the place; empty for the document itself
     * @throws MissingPathException if the document has no such place
     * @throws IOException if it is not one JSON document; the message says where
     */
    public static List<byte[]> records(byte[] document, List<String> path)
            throws IOException, MissingPathException {
        List<byte[]> records = null;
        MissingPathException missing = null;
        try (JsonParser parser = JSON.createParser(document)) {
            if (parser.nextToken() == null) {
                throw new IOException("it is empty");
            }
            try {
                walk(parser, path);
                records = here(parser, document, path.isEmpty());
            } catch (MissingPathException e) {
                missing = e;
            }
            requireEnd(parser);
        } catch (JsonProcessingException e) {
            throw new IOException(said(e), e);
        }
        if (missing != null) {
            throw missing;
        }
        return records;
    }

    /** Reads to the end, because only then it is known to be JSON. */
    private static void requireEnd(JsonParser parser) throws IOException {
        boolean inside = !parser.getParsingContext().inRoot();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (!inside) {
                throw new IOException(
                        "there is more than one value, the second at "
                                + parser.currentTokenLocation().offsetDescription());
            }
            inside = !parser.getParsingContext().inRoot();
        }
    }

    /** The parser's words without its own remarks, and where it is. */
    private static String said(JsonProcessingException e) {
        String what = e.getOriginalMessage().lines().findFirst().orElse("");
        String where =
                e.getLocation() == null
                        ? ""
                        : " at line %d, column %d"
                                .formatted(
                                        e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        return what.replaceFirst("\\s*\\(start marker.*", "") + where;
    }

    private static List<byte[]> here(JsonParser parser, byte[] document, boolean whole)
            throws IOException {
        List<byte[]> records = new ArrayList<>();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                records.add(slice(parser, document));
            }
        } else if (whole || parser.currentToken() != JsonToken.VALUE_NULL) {
            records.add(slice(parser, document));
        }
        return records;
    }

    private static byte[] slice(JsonParser parser, byte[] document) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        // Texts are read lazily: only now the parser knows where this one ends.
        parser.finishToken();
        int to = (int) parser.currentLocation().getByteOffset();
        return Arrays.copyOfRange(document, from, to);
    }

    private static void walk(JsonParser parser, List<String> path)
            throws IOException, MissingPathException {
        for (int i = 0; i < path.size(); i++) {
            String key = path.get(i);
            String before =
                    i == 0 ? "The answer" : "'" + String.join(".", path.subList(0, i)) + "'";
            switch (parser.currentToken()) {
                case START_OBJECT -> enterField(parser, key, before);
                case START_ARRAY -> enterElement(parser, key, before);
                default ->
                        throw new MissingPathException(
                                before
                                        + " is "
                                        + kind(parser.currentToken())
                                        + ", without '"
                                        + key
                                        + "'");
            }
        }
    }

    private static void enterField(JsonParser parser, String key, String before)
            throws IOException, MissingPathException {
        List<String> names = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(key)) {
                return;
            }
            names.add(name);
            parser.skipChildren();
        }
        throw new MissingPathException(
                before + " is an object without '" + key + "'; it has " + described(names));
    }

    private static void enterElement(JsonParser parser, String key, String before)
            throws IOException, MissingPathException {
        int length = 0;
        int wanted = index(key);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (length == wanted) {
                return;
            }
            length++;
            parser.skipChildren();
        }
        throw new MissingPathException(
                before + " is a list of " + length + " elements, without '" + key + "'");
    }

    /** -1 if it is not one. */
    private static int index(String key) {
        return key.matches("\\d{1,9}") ? Integer.parseInt(key) : -1;
    }

    private static String described(List<String> names) {
        if (names.isEmpty()) {
            return "no keys";
        }
        String some = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
        return names.size() > MOST_NAMES ? some + ", …" : some;
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case VALUE_NULL -> "null";
            case VALUE_STRING -> "a text";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "a number";
        };
    }

    /** A document that has not the place that was asked for; the message says what it has. */
    public static final class MissingPathException extends Exception {

        private static final long serialVersionUID = 1L;

        MissingPathException(String message) {
            super(message);
        }
    }
}
