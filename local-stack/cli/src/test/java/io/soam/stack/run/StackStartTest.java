package io.soam.stack.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soam.stack.home.Home;
import io.soam.stack.part.StackException;
import io.soam.stack.part.Stage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStartTest {

    @TempDir Path directory;

    private final StringWriter printed = new StringWriter();
    private final Progress progress = new Progress(new PrintWriter(printed));
    private List<PartProcess> processes = List.of();

    @BeforeEach
    void createHome() throws Exception {
        new Home(directory).create();
    }

    @AfterEach
    void endProcesses() throws StackException {
        new StackStop(processes, progress).run();
    }

    @Test
    void aDeathEndsTheWaitingForTheOthers() {
        processes =
                Stream.of(
                                part("patient", Stage.SERVICE, "exec sleep 60"),
                                part("dead", Stage.SERVICE, "exit 1"))
                        .toList();

        assertThatThrownBy(() -> new StackStart(processes, progress).run())
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("dead: ended while starting");
    }

    @Test
    void whatUsesTheOthersIsStoppedFirst() throws Exception {
        processes =
                List.of(
                        part("database", Stage.DATABASE, "touch database.ready; exec sleep 60"),
                        part("server", Stage.SERVER, "touch server.ready; exec sleep 60"));
        assertThat(new StackStart(processes, progress).run()).isTrue();
        printed.getBuffer().setLength(0);

        new StackStop(processes, progress).run();

        assertThat(printed.toString().lines().map(line -> line.strip().split(" ")[0]))
                .containsExactly("server", "database");
    }

    private PartProcess part(String name, Stage stage, String script) {
        return new PartProcess(
                new ShellPart(name, stage, List.of(), directory, script), new Home(directory));
    }
}
