package io.soam.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one with the same number: the number, when it was
 * started (clock ticks since boot) and in which boot of the machine.
 */
public record ProcessId(long pid, long startTicks, String boot) {

    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    /** Empty when no such process runs (a zombie does not). */
    public static Optional<ProcessId> of(long pid) {
        return statistics(pid)
                .filter(fields -> !"Z".equals(fields[STATE]) && !"X".equals(fields[STATE]))
                .map(
                        fields ->
                                new ProcessId(
                                        pid, Long.parseLong(fields[START_TICKS]), currentBoot()));
    }

    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    public void signal(Signal signal) throws IOException, InterruptedException {
        if (isAlive()) {
            new ProcessBuilder("bash", "-c", "kill -%s %d".formatted(signal, pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    /** The fields of {@code /proc/PID/stat} behind the name, which may itself hold blanks. */
    private static Optional<String[]> statistics(long pid) {
        return ProcFile.read(PROC.resolve(pid + "/stat"))
                .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" "));
    }

    private static String currentBoot() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            throw new IllegalStateException("The local stack needs Linux's /proc", e);
        }
    }
}
