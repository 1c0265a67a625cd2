package io.soam.simulator.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One JSON object a line; empty lines do not count. */
record JsonLinesRecording(Path file) implements Recording {

    static final int LONGEST_LINE = 1 << 20;

    private static final ObjectReader JSON =
            Envelope.JSON
                    .readerFor(JsonNode.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Override
    public void read(Listener listener) throws IOException, InterruptedException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            BoundedLines lines = new BoundedLines(reader, LONGEST_LINE);
            while (lines.next()) {
                if (lines.isTooLong()) {
                    listener.malformed(
                            lines.number(), "longer than %d characters".formatted(LONGEST_LINE));
                } else if (!lines.text().isBlank()) {
                    tell(lines.number(), lines.text(), listener);
                }
            }
        }
    }

    private static void tell(long number, String line, Listener listener)
            throws InterruptedException {
        try {
            Envelope.tell(number, JSON.readTree(line), listener);
        } catch (JsonProcessingException e) {
            listener.malformed(number, "no JSON: " + e.getOriginalMessage());
        }
    }
}
