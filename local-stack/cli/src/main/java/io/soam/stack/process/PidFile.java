package io.soam.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers a started process: one line {@code pid startTicks boot}. */
public record PidFile(Path path) {

    public void write(ProcessId process) throws IOException {
        Files.writeString(
                path, "%d %d %s%n".formatted(process.pid(), process.startTicks(), process.boot()));
    }

    /**
     * The remembered process, whether it still runs or not; empty when the file is not readable as
     * one.
     */
    public Optional<ProcessId> read() {
        return ProcFile.read(path).map(String::strip).flatMap(PidFile::parse);
    }

    /** The remembered process if it still runs. */
    public Optional<ProcessId> running() {
        return read().filter(ProcessId::isAlive);
    }

    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private static Optional<ProcessId> parse(String line) {
        String[] fields = line.split(" ");
        boolean isWhole = fields.length == 3 && (fields[0] + fields[1]).matches("\\d{2,30}");
        return isWhole
                ? Optional.of(
                        new ProcessId(
                                Long.parseLong(fields[0]), Long.parseLong(fields[1]), fields[2]))
                : Optional.empty();
    }
}
