package io.soam.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resident memory in bytes. */
public final class Memory {

    private static final Pattern SHARE = Pattern.compile("(?m)^(?:Pss|VmRSS):\\s+(\\d+) kB");
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB");
    private static final long KIBIBYTE = 1024;

    private Memory() {}

    /** What processes hold together; memory that they share is counted once. */
    public static long of(List<ProcessId> processes) {
        return processes.stream().mapToLong(Memory::of).sum();
    }

    /** What the machine can still give away without swapping. */
    public static long available() {
        return ProcFile.read(Path.of("/proc/meminfo"))
                .map(text -> bytes(AVAILABLE, text))
                .orElse(Long.MAX_VALUE);
    }

    private static long of(ProcessId process) {
        Path directory = Path.of("/proc/" + process.pid());
        return ProcFile.read(directory.resolve("smaps_rollup"))
                .or(() -> ProcFile.read(directory.resolve("status")))
                .map(text -> bytes(SHARE, text))
                .orElse(0L);
    }

    private static long bytes(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) * KIBIBYTE : 0;
    }
}
