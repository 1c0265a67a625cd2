package io.soam.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartLogTest {

    @TempDir Path directory;

    @Test
    void tellsTheLastTroubles() throws IOException {
        PartLog log = log("INFO begin\nFATAL: no room\n\tat io.soam.X.error(X.java)\nINFO end\n");

        assertThat(log.tellingLines()).containsExactly("FATAL: no room");
    }

    @Test
    void tellsWithoutColoursAndNotTooMuch() throws IOException {
        PartLog log = log("\u001B[31mERROR " + "x".repeat(1000) + "\n");

        assertThat(log.tellingLines()).containsExactly("ERROR " + "x".repeat(294));
    }

    @Test
    void withoutTroubleTellsTheLastLines() throws IOException {
        assertThat(log("1\n2\n3\n\n4\n").tellingLines()).containsExactly("2", "3", "4");
    }

    @Test
    void startingAfreshKeepsTheLogBefore() throws IOException {
        PartLog log = log("before");

        log.startAfresh();

        assertThat(log.path()).isEmptyFile();
        assertThat(directory.resolve("part.log.1")).hasContent("before");
    }

    private PartLog log(String content) throws IOException {
        return new PartLog(Files.writeString(directory.resolve("part.log"), content));
    }
}
