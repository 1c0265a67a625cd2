package io.soam.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the bench runs on, in one line. */
final class Machine {

    private static final double GIBIBYTE_IN_KIBIBYTES = 1024.0 * 1024;

    private Machine() {}

    static String describe() {
        return "%d cores, %s, %s, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        value("/proc/cpuinfo", "model name", "unknown processor"),
                        memory(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version().feature());
    }

    private static String memory() {
        String total = value("/proc/meminfo", "MemTotal", "").replaceAll("\\D", "");
        return total.isEmpty()
                ? "unknown memory"
                : Math.round(Long.parseLong(total) / GIBIBYTE_IN_KIBIBYTES) + " GiB";
    }

    private static String value(String file, String name, String otherwise) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
