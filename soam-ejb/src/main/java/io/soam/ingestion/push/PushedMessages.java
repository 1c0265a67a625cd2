package io.soam.ingestion.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.soam.ingestion.boundary.PushRefusedException;
import io.soam.ingestion.boundary.PushRefusedException.Reason;
import io.soam.ingestion.boundary.PushedBody;
import io.soam.ingestion.connector.JsonSlices;
import io.soam.ingestion.connector.JsonSlices.MissingPathException;
import io.soam.ingestion.connector.PayloadProbe;
import io.soam.ingestion.connector.TextEncoding;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a body apart into messages: a JSON document, the elements of a JSON array, or the lines of
 * NDJSON; of any other text, and of bytes, the whole. All of it must be right, or nothing is taken.
 */
final class PushedMessages {

    private PushedMessages() {}

    static List<byte[]> of(PushedBody body, int most) {
        List<byte[]> messages =
                switch (body.contentType()) {
                    case "application/x-ndjson", "application/ndjson", "application/jsonl" ->
                            lines(text(body), most);
                    case "text/plain" -> List.of(text(body));
                    case "application/octet-stream" -> List.of(body.bytes());
                    default -> document(body);
                };
        if (messages.size() > most) {
            throw tooMany(most);
        }
        return messages;
    }

    private static List<byte[]> document(PushedBody body) {
        String type = body.contentType();
        if (!type.equals("application/json") && !type.endsWith("+json")) {
            throw new PushRefusedException(
                    Reason.UNSUPPORTED,
                    "Send application/json, application/x-ndjson, text/plain or"
                            + " application/octet-stream, not '"
                            + type
                            + "'.");
        }
        try {
            return JsonSlices.records(text(body), List.of());
        } catch (IOException | MissingPathException e) {
            throw invalid("The body is not JSON: " + reason(e));
        }
    }

    private static List<byte[]> lines(byte[] text, int most) {
        List<byte[]> lines = new ArrayList<>();
        int number = 0;
        for (String line : new String(text, UTF_8).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.add(line(line.strip(), number));
            }
            if (lines.size() > most) {
                throw tooMany(most);
            }
        }
        return lines;
    }

    private static byte[] line(String line, int number) {
        byte[] bytes = line.getBytes(UTF_8);
        try {
            JsonSlices.records(bytes, List.of());
            return bytes;
        } catch (IOException | MissingPathException e) {
            throw invalid("Line " + number + " is not JSON: " + reason(e));
        }
    }

    private static byte[] text(PushedBody body) {
        if (body.bytes().length == 0) {
            throw invalid("The body is empty");
        }
        try {
            byte[] text = TextEncoding.utf8(body.bytes(), body.charset());
            if (PayloadProbe.isText(text)) {
                return text;
            }
        } catch (CharacterCodingException e) {
            throw invalid("The body is not text of the character set that it names");
        }
        throw invalid(
                "The body is not UTF-8. Name its character set in the content type, or send it as"
                        + " application/octet-stream");
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static PushRefusedException invalid(String what) {
        return new PushRefusedException(Reason.INVALID, what + ". Nothing was taken.");
    }

    private static PushRefusedException tooMany(int most) {
        return new PushRefusedException(
                Reason.TOO_LARGE,
                "There are more than "
                        + most
                        + " messages. Send them in several requests. Nothing was taken.");
    }
}
