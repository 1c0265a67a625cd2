package io.soam.ingestion.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.soam.ingestion.connector.JsonSlices;
import io.soam.ingestion.connector.JsonSlices.MissingPathException;
import io.soam.ingestion.connector.PollFailedException;
import io.soam.ingestion.connector.TextEncoding;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Takes an answer apart into records, each of which is to be a message. */
final class AnswerRecords {

    private static final Set<String> LINES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
    private static final int SHOWN = 80;

    private final FetchedAnswer answer;
    private final List<String> dataPath;

    private AnswerRecords(FetchedAnswer answer, List<String> dataPath) {
        this.answer = answer;
        this.dataPath = dataPath;
    }

    /**
     * The records, as they are to be kept.
     *
     * @throws PollFailedException if the answer is not what it says it is, or has no such place
     */
    static List<byte[]> of(FetchedAnswer answer, List<String> dataPath) throws PollFailedException {
        if (answer.body().length == 0) {
            return List.of();
        }
        return new AnswerRecords(answer, dataPath).records();
    }

    private List<byte[]> records() throws PollFailedException {
        String type = answer.contentType();
        try {
            if (isXml(type)) {
                return at(XmlDocument.read(answer.body(), answer.charset()).toString());
            }
            if (type.endsWith("/json") || type.endsWith("+json")) {
                return JsonSlices.records(utf8(), dataPath);
            }
            return LINES.contains(type) ? lines() : otherwise(type);
        } catch (MissingPathException e) {
            throw new PollFailedException(
                    "The data path '"
                            + String.join(".", dataPath)
                            + "' leads nowhere: "
                            + e.getMessage()
                            + ".",
                    e);
        } catch (IOException e) {
            throw new PollFailedException(
                    "The answer says that it is "
                            + type
                            + " but cannot be read as such: "
                            + reason(e)
                            + ". It begins with '"
                            + beginning()
                            + "'.",
                    e);
        }
    }

    private static boolean isXml(String type) {
        return type.endsWith("/xml") || (type.endsWith("+xml") && !type.endsWith("xhtml+xml"));
    }

    private List<byte[]> at(String json) throws IOException, MissingPathException {
        return JsonSlices.records(json.getBytes(UTF_8), dataPath);
    }

    private List<byte[]> lines() throws IOException, MissingPathException {
        List<byte[]> records = new ArrayList<>();
        for (String line : new String(utf8(), UTF_8).split("\n")) {
            if (!line.isBlank()) {
                records.addAll(at(line.strip()));
            }
        }
        return records;
    }

    /** Many servers do not say that what they give is JSON. */
    private List<byte[]> otherwise(String type)
            throws MissingPathException, PollFailedException, CharacterCodingException {
        try {
            return JsonSlices.records(utf8(), dataPath);
        } catch (IOException notJson) {
            if (type.contains("html")) {
                throw new PollFailedException(
                        "The answer is a web page, not data; it may ask to sign in. Check URL and"
                                + " authentication.",
                        notJson);
            }
            if (!dataPath.isEmpty()) {
                throw new PollFailedException(
                        "The answer is neither JSON nor XML, so there is no data path in it. It begins"
                                + " with '"
                                + beginning()
                                + "'.",
                        notJson);
            }
            return List.of(utf8());
        }
    }

    private byte[] utf8() throws CharacterCodingException {
        return TextEncoding.utf8(answer.body(), answer.charset());
    }

    private String beginning() {
        byte[] some = Arrays.copyOf(answer.body(), Math.min(SHOWN, answer.body().length));
        return new String(some, UTF_8).replaceAll("\\s+", " ").strip();
    }

    private static String reason(IOException e) {
        if (e instanceof CharacterCodingException) {
            return "its characters are not of the character set that it names";
        }
        return e.getMessage() == null
                ? "it ends early"
                : e.getMessage().lines().findFirst().orElse("");
    }
}
