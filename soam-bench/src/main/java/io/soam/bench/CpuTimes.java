package io.soam.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * CPU seconds that the processes of a stack have used, by part, from Linux's {@code /proc}. The
 * processes are those that {@code ./soam} has noted, and their children.
 *
 * @param seconds by name of the part
 */
record CpuTimes(Map<String, Double> seconds) {

    /** This process, as parts are named. */
    static final String GENERATOR = "generator";

    private static final String SPARK = "spark";
    private static final String PID_FILE = ".pid";
    private static final double TICKS_PER_SECOND = 100;

    /**
     * Fields of {@code stat} behind the name: own time in user and kernel, then of ended children.
     */
    private static final int[] TIMES = {11, 12, 13, 14};

    /**
     * @param home where the stack is kept; null for this process alone
     */
    static CpuTimes now(Path home) {
        Map<String, Double> seconds = new TreeMap<>();
        seconds.put(GENERATOR, seconds(ProcessHandle.current()));
        if (home != null) {
            roots(home).forEach((part, root) -> count(part, root, seconds));
        }
        return new CpuTimes(seconds);
    }

    private static void count(String part, ProcessHandle root, Map<String, Double> seconds) {
        Stream.concat(Stream.of(root), root.descendants())
                .forEach(
                        process ->
                                seconds.merge(
                                        isSpark(process) ? SPARK : part,
                                        seconds(process),
                                        Double::sum));
    }

    /** The first process of each part. */
    private static Map<String, ProcessHandle> roots(Path home) {
        Map<String, ProcessHandle> roots = new TreeMap<>();
        try (Stream<Path> files = Files.list(home.resolve("run"))) {
            files.filter(file -> file.toString().endsWith(PID_FILE))
                    .forEach(
                            file ->
                                    process(file)
                                            .ifPresent(process -> roots.put(part(file), process)));
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's processes are not known", e);
        }
        return roots;
    }

    private static String part(Path pidFile) {
        String name = pidFile.getFileName().toString();
        return name.substring(0, name.length() - PID_FILE.length());
    }

    private static Optional<ProcessHandle> process(Path pidFile) {
        String pid = read(pidFile).split(" ")[0];
        return pid.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    }

    /** What was used from an earlier time to this, for each million of messages. */
    Map<String, Double> perMillionSince(CpuTimes before, int messages) {
        Map<String, Double> used = new TreeMap<>();
        seconds.forEach(
                (part, now) -> {
                    double more = Math.max(0, now - before.seconds.getOrDefault(part, 0.0));
                    used.put(part, messages == 0 ? 0 : rounded(more * 1e6 / messages));
                });
        return used;
    }

    /** This, with what one part had used at another time. */
    CpuTimes with(String part, CpuTimes other) {
        Map<String, Double> changed = new TreeMap<>(seconds);
        changed.put(part, other.seconds.getOrDefault(part, 0.0));
        return new CpuTimes(changed);
    }

    private static boolean isSpark(ProcessHandle process) {
        return read(directory(process).resolve("cmdline"))
                .contains("org.apache.spark.deploy.SparkSubmit");
    }

    private static Path directory(ProcessHandle process) {
        return Path.of("/proc", String.valueOf(process.pid()));
    }

    private static double seconds(ProcessHandle process) {
        String line = read(directory(process).resolve("stat"));
        if (line.isEmpty()) {
            return 0;
        }
        // The name of a process, in parentheses, may hold blanks itself.
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int field : TIMES) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Empty for a process that has ended or is somebody else's. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
