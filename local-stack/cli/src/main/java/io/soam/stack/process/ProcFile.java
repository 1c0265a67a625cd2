package io.soam.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files below {@code /proc}: a process may end or be somebody else's at any moment. */
final class ProcFile {

    private ProcFile() {}

    /** Empty when the process has ended or may not be read, which is no error. */
    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
