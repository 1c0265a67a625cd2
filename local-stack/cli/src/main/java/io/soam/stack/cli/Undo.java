package io.soam.stack.cli;

import io.soam.stack.part.StackException;
import io.soam.stack.run.Progress;
import io.soam.stack.run.StackStop;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Stops everything when this program is ended (Ctrl-C) or a start has failed. */
final class Undo {

    private final StackStop stop;
    private final Progress progress;
    private final Thread hook = new Thread(this::run, "undo");
    private final AtomicReference<Runnable> first = new AtomicReference<>(() -> {});

    Undo(StackStop stop, Progress progress) {
        this.stop = stop;
        this.progress = progress;
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
        progress.say("");
        progress.say("Stopping everything");
        try {
            stop.run();
        } catch (StackException e) {
            PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            err.println(e.getMessage());
        }
    }
}
