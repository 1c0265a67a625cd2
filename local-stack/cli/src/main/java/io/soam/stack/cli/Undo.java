package io.soam.stack.cli;

import io.soam.stack.part.StackException;
import io.soam.stack.run.StackStop;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Stops everything when this program is ended (Ctrl-C) or a start has failed. */
final class Undo {

    private final StackStop stop;
    private final Thread hook = new Thread(this::run, "undo");
    private final AtomicReference<Runnable> first = new AtomicReference<>(() -> {});

    Undo(StackStop stop) {
        this.stop = stop;
    }

    void arm() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void disarm() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    /** What to do before the stopping, such as ending a start that is under way. */
    void first(Runnable action) {
        first.set(action);
    }

    void now() throws StackException {
        disarm();
        stop.run();
    }

    private void run() {
        first.get().run();
        try {
            stop.run();
        } catch (StackException e) {
            PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            err.println(e.getMessage());
        }
    }
}
