package io.soam.stack.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soam.stack.home.Home;
import io.soam.stack.part.StackException;
import io.soam.stack.part.Stage;
import io.soam.stack.process.ProcessId;
import io.soam.stack.process.StackProcesses;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartProcessTest {

    @TempDir Path directory;

    private final StringWriter printed = new StringWriter();
    private final Progress progress = new Progress(new PrintWriter(printed));
    private Home home;
    private PartProcess process;

    @BeforeEach
    void createHome() throws Exception {
        home = new Home(directory);
        home.create();
    }

    @AfterEach
    void endProcess() throws Exception {
        process.stop();
    }

    @Test
    void deathAtStart_namesPartReasonAndLog() {
        process = part("graph", "echo 'INFO begin'; echo 'FATAL: no room'; exit 3");

        assertThatThrownBy(() -> new StackStart(List.of(process), progress).run())
                .isInstanceOf(StackException.class)
                .hasMessage(
                        "graph: ended while starting%n  | FATAL: no room%nLog: %s"
                                .formatted(home.log("graph")));
    }

    @Test
    void startsOnceAndStops() throws Exception {
        process = part("store", "touch store.ready; exec sleep 60");
        StackStart start = new StackStart(List.of(process), progress);

        assertThat(start.run()).isTrue();
        long pid = process.running().orElseThrow().pid();
        assertThat(start.run()).isTrue();
        assertThat(process.running().orElseThrow().pid()).isEqualTo(pid);

        new StackStop(List.of(process), progress).run();

        assertThat(process.running()).isEmpty();
        assertThat(process.hasDied()).isFalse();
        assertThat(printed.toString()).contains("store", "ready after", "stopped after");
    }

    @Test
    void childrenThatOutliveTheirParentAreEndedBeforeTheNextStart() throws Exception {
        process = part("server", "sleep 61 & touch server.ready; wait");
        new StackStart(List.of(process), progress).run();
        StackProcesses all = new StackProcesses(home.directory());

        process.kill();
        List<ProcessId> orphans = all.of("server");
        assertThat(orphans).isNotEmpty();

        new StackStart(List.of(process), progress).run();
        assertThat(orphans).noneMatch(ProcessId::isAlive);
        process.stop();
        assertThat(all.of("server")).isEmpty();
    }

    @Test
    void aPartThatIgnoresItsSignalIsKilled() throws Exception {
        process = part("deaf", "trap '' TERM; touch deaf.ready; while :; do sleep 1; done");
        new StackStart(List.of(process), progress).run();

        process.stop();

        assertThat(new StackProcesses(home.directory()).of("deaf")).isEmpty();
    }

    private PartProcess part(String name, String script) {
        return new PartProcess(
                new ShellPart(name, Stage.SERVICE, List.of(), directory, script), home);
    }
}
