package io.soam.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir Path directory;

    @Test
    void knowsAProcessAgain() throws IOException {
        PidFile file = new PidFile(directory.resolve("part.pid"));
        ProcessId self = self();

        file.write(self);

        assertThat(file.running()).contains(self);
    }

    @Test
    void aLaterProcessWithTheSameNumberIsNotTaken() throws IOException {
        PidFile file = new PidFile(directory.resolve("part.pid"));
        ProcessId self = self();

        file.write(new ProcessId(self.pid(), self.startTicks() - 1, self.boot()));
        assertThat(file.running()).isEmpty();

        file.write(new ProcessId(self.pid(), self.startTicks(), "another-boot"));
        assertThat(file.running()).isEmpty();
        assertThat(file.read()).isPresent();
    }

    @Test
    void anEndedProcessDoesNotRun() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessId id = ProcessId.of(process.pid()).orElseThrow();

        id.signal(Signal.KILL);
        process.waitFor();

        assertThat(id.isAlive()).isFalse();
    }

    @Test
    void rubbishIsNoProcess() throws IOException {
        PidFile file = new PidFile(Files.writeString(directory.resolve("part.pid"), "12 x"));

        assertThat(file.read()).isEmpty();
    }

    private static ProcessId self() {
        return ProcessId.of(ProcessHandle.current().pid()).orElseThrow();
    }
}
