package io.soam.stack.run;

import io.soam.stack.part.Part;
import io.soam.stack.part.StackException;
import io.soam.stack.process.Memory;
import io.soam.stack.process.PortOwner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What must be so before parts are started, with words that say what to do if it is not. */
final class Preconditions {

    private static final long MEBIBYTE = 1024 * 1024;
    private static final double MEBIBYTES_PER_GIBIBYTE = 1024.0;

    private Preconditions() {}

    static void check(List<Part> starting, long availableBytes) throws StackException {
        for (Part part : starting) {
            built(part);
            portsFree(part);
        }
        memory(starting, availableBytes / MEBIBYTE);
    }

    static void check(List<Part> starting) throws StackException {
        check(starting, Memory.available());
    }

    private static void built(Part part) throws StackException {
        for (Path artifact : part.artifacts()) {
            if (!Files.exists(artifact)) {
                throw new StackException(
                        "%s: is not built, %s is missing. Build it: ./soam up --build"
                                .formatted(part.name(), artifact));
            }
        }
    }

    private static void portsFree(Part part) throws StackException {
        for (int port : part.ports()) {
            if (!PortOwner.isFree(port)) {
                throw new StackException(
                        "%s: port %d is in use by %s. End that, or move all ports: SOAM_PORT_OFFSET=1000 ./soam up"
                                .formatted(
                                        part.name(),
                                        port,
                                        PortOwner.of(port).orElse("another user's process")));
            }
        }
    }

    private static void memory(List<Part> starting, long available) throws StackException {
        long needed = starting.stream().mapToLong(Part::memory).sum();
        if (available < needed) {
            throw new StackException(
                    String.format(
                            Locale.ROOT,
                            "Too little memory: %.1f GiB are available, %.1f GiB are needed. End other"
                                    + " programs, or start fewer parts with --only.",
                            available / MEBIBYTES_PER_GIBIBYTE,
                            needed / MEBIBYTES_PER_GIBIBYTE));
        }
    }
}
