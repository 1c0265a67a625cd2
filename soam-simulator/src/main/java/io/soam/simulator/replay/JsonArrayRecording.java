package io.soam.simulator.replay;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A list of messages, such as {@code [{"topic":"…","payload":{…}}, …]}. Behind damage nothing can
 * be told apart any more, so reading ends there.
 */
record JsonArrayRecording(Path file) implements Recording {

    @Override
    public void read(Listener listener) throws IOException, InterruptedException {
        try (JsonParser parser = Envelope.JSON.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException(
                        file + ": is no JSON list; for one object a line name it .jsonl");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    throw new IOException(file + ": the list has no end");
                }
                long line = parser.currentTokenLocation().getLineNr();
                JsonNode element = parser.readValueAsTree();
                Envelope.tell(line, element, listener);
            }
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "%s, line %d: %s"
                            .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        }
    }
}
