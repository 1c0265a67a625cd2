package io.soam.stack.part;

import io.soam.stack.health.Probe;
import io.soam.stack.process.Launch;
import io.soam.stack.process.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One process of the stack: what it needs to be started, checked and stopped. */
public interface Part {

    /** As in {@code ./soam logs NAME}. */
    String name();

    Stage stage();

    /** Whether a stack does without it unless it is asked for. */
    default boolean optional() {
        return false;
    }

    /** The port people and programs know it by; empty when it listens on none. */
    default OptionalInt port() {
        return ports().stream().mapToInt(Integer::intValue).findFirst();
    }

    /** All its ports, the best known first. */
    List<Integer> ports();

    /** Names of the parts that must be ready before this one can start. */
    default List<String> after() {
        return List.of();
    }

    /** Names of the parts without which it is of no use. */
    default List<String> needs() {
        return after();
    }

    /** Mebibytes it is expected to use, with its children. */
    int memory();

    /** What the build must have left for it. */
    List<Path> artifacts();

    /** Makes what the process expects on disk. */
    void prepare() throws IOException, InterruptedException, StackException;

    Launch launch();

    Probe probe();

    /** What makes it pointless to wait for a part that runs; empty while there is hope. */
    default Optional<String> hopeless() {
        return Optional.empty();
    }

    /**
     * Finishes the start, once the probe has passed. May run at every start, so it only adds what
     * is missing.
     */
    default void complete() throws IOException, StackException {}

    /** How often to ask while it starts. */
    default Duration probeInterval() {
        return Duration.ofMillis(200);
    }

    /** How long its start may take. */
    default Duration patience() {
        return Duration.ofMinutes(4);
    }

    /** How long it may take to stop. */
    default Duration grace() {
        return Duration.ofSeconds(20);
    }

    default Signal stopSignal() {
        return Signal.TERM;
    }
}
