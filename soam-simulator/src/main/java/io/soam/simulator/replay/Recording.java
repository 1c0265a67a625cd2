package io.soam.simulator.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A file with messages. */
interface Recording {

    /**
     * Tells the listener of each message, in the order of the file.
     *
     * @throws IOException when the file cannot be read to its end
     */
    void read(Listener listener) throws IOException, InterruptedException;

    /** Who is told what is in the file. */
    interface Listener {

        void message(RecordedMessage message) throws InterruptedException;

        /** A line that is no message. */
        void malformed(long line, String reason);
    }

    /**
     * Knows the format by the file's name.
     *
     * @throws IllegalArgumentException when it does not
     */
    static Recording of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return new CsvRecording(file);
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return new JsonLinesRecording(file);
        }
        if (name.endsWith(".json")) {
            return new JsonArrayRecording(file);
        }
        throw new IllegalArgumentException(
                "%s: the format is known by the name: .csv, .jsonl, .ndjson, or .json for a list"
                        .formatted(file));
    }
}
