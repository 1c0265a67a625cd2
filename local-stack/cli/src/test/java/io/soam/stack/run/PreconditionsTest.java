package io.soam.stack.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soam.stack.part.Part;
import io.soam.stack.part.Stage;
import io.soam.stack.process.Loopback;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreconditionsTest {

    private static final long GIBIBYTE = 1L << 30;

    @TempDir Path directory;

    @Test
    void busyPort_namesPartPortAndOwner() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(Loopback.port(0));
            int port = socket.getLocalPort();

            assertThatThrownBy(() -> Preconditions.check(part(directory, port), GIBIBYTE))
                    .hasMessageStartingWith(
                            "broker: port %d is in use by process %d (java)."
                                    .formatted(port, ProcessHandle.current().pid()));
        }
    }

    @Test
    void missingArtifact_saysHowToBuildIt() {
        Path missing = directory.resolve("server");

        assertThatThrownBy(() -> Preconditions.check(part(missing), GIBIBYTE))
                .hasMessage(
                        "broker: is not built, %s is missing. Build it: ./soam up --build"
                                .formatted(missing));
    }

    @Test
    void littleMemory_saysHowMuchIsNeeded() {
        assertThatThrownBy(() -> Preconditions.check(part(directory), 1000))
                .hasMessageStartingWith("Too little memory: 0.0 GiB are available");
    }

    @Test
    void enoughOfEverything_isFine() {
        assertThatCode(() -> Preconditions.check(part(directory), GIBIBYTE))
                .doesNotThrowAnyException();
    }

    private static List<Part> part(Path artifact, Integer... ports) {
        return List.of(
                new ShellPart("broker", Stage.SERVICE, List.of(ports), artifact, "sleep 60"));
    }
}
