package io.soam.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a loopback port. */
public final class PortOwner {

    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENING = "0A";

    private PortOwner() {}

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(Loopback.port(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The listening process, such as {@code process 4711 (java)}; empty when it is not ours to see.
     */
    public static Optional<String> of(int port) {
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> ProcFile.read(Path.of("/proc/net", table)).stream())
                .flatMap(String::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> isListener(fields, port))
                .flatMap(fields -> holder("socket:[" + fields[INODE] + "]").stream())
                .findFirst();
    }

    private static boolean isListener(String[] fields, int port) {
        return fields.length > INODE
                && LISTENING.equals(fields[STATE])
                && fields[LOCAL_ADDRESS].endsWith(String.format(Locale.ROOT, ":%04X", port));
    }

    private static Optional<String> holder(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), socket))
                .map(process -> "process %d (%s)".formatted(process.pid(), name(process.pid())))
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors.anyMatch(descriptor -> socket.equals(target(descriptor)));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String name(long pid) {
        return ProcFile.read(Path.of("/proc/" + pid + "/comm")).map(String::strip).orElse("?");
    }
}
