package io.soam.simulator.replay;

import java.io.BufferedReader;
import java.io.IOException;

/** The lines of a text, of which at most so much is held in memory, however long one is. */
final class BoundedLines {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader reader;
    private final int longest;
    private final StringBuilder line = new StringBuilder();
    private long number;
    private boolean tooLong;

    BoundedLines(BufferedReader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    /** Goes to the next line; false when there is none. */
    boolean next() throws IOException {
        line.setLength(0);
        tooLong = false;
        int character = reader.read();
        if (number == 0 && character == BYTE_ORDER_MARK) {
            character = reader.read();
        }
        if (character < 0) {
            return false;
        }
        number++;
        while (character >= 0 && character != '\n') {
            append((char) character);
            character = reader.read();
        }
        return true;
    }

    /** From 1. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    String text() {
        return line.toString();
    }

    private void append(char character) {
        if (line.length() < longest) {
            line.append(character);
        } else {
            tooLong = true;
        }
    }
}
