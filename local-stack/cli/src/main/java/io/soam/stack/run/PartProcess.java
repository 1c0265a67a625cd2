package io.soam.stack.run;

import io.soam.stack.home.Home;
import io.soam.stack.part.Part;
import io.soam.stack.part.StackException;
import io.soam.stack.process.Launch;
import io.soam.stack.process.PartLog;
import io.soam.stack.process.PidFile;
import io.soam.stack.process.ProcessId;
import io.soam.stack.process.Signal;
import io.soam.stack.process.StackProcesses;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A part's process. Its pid file knows it again when this program has been started anew. */
public final class PartProcess {

    private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(10);
    private static final Duration KILLED = Duration.ofSeconds(10);
    private static final int POLL_MILLIS = 100;

    /** glibc would keep a heap for each thread. */
    private static final Map<String, String> LESS_MEMORY = Map.of("MALLOC_ARENA_MAX", "2");

    private final Part part;
    private final PidFile pidFile;
    private final PartLog log;
    private final StackProcesses processes;

    public PartProcess(Part part, Home home) {
        this.part = part;
        this.pidFile = new PidFile(home.pidFile(part.name()));
        this.log = new PartLog(home.log(part.name()));
        this.processes = new StackProcesses(home.directory());
    }

    public Part part() {
        return part;
    }

    public Optional<ProcessId> running() {
        return pidFile.running();
    }

    /** True when it ended without anybody having stopped it. */
    public boolean hasDied() {
        return pidFile.read().isPresent() && running().isEmpty();
    }

    /** For whoever waits for something that only this process can bring about. */
    void requireRunning(String otherwise) throws StackException {
        if (running().isEmpty()) {
            throw failure(otherwise);
        }
    }

    /** Starts the process, unless it runs, and does not wait for it. */
    void launch() throws StackException, InterruptedException {
        if (running().isEmpty() && !launched()) {
            throw failure("ended while starting");
        }
    }

    private boolean launched() throws StackException, InterruptedException {
        try {
            endLeftovers();
            log.startAfresh();
            part.prepare();
            Process process = marked(part.launch()).start(log.path());
            Optional<ProcessId> started = ProcessId.of(process.pid());
            if (started.isPresent()) {
                pidFile.write(started.get());
            }
            return started.isPresent();
        } catch (IOException | StackException e) {
            throw failure(e.getMessage());
        }
    }

    private Launch marked(Launch launch) {
        Map<String, String> environment = new HashMap<>(launch.environment());
        environment.putAll(processes.mark(part.name()));
        environment.putAll(LESS_MEMORY);
        return new Launch(launch.directory(), launch.command(), environment);
    }

    /**
     * Waits until the part does its work.
     *
     * @param cancelled ends the waiting with false
     */
    boolean awaitReady(BooleanSupplier cancelled) throws StackException, InterruptedException {
        long end = System.nanoTime() + part.patience().toNanos();
        while (!cancelled.getAsBoolean()) {
            requireRunning("ended while starting");
            if (part.probe().passes()) {
                complete();
                return true;
            }
            Optional<String> hopeless = part.hopeless();
            if (hopeless.isPresent()) {
                throw failure(hopeless.get());
            }
            if (System.nanoTime() > end) {
                throw failure("not ready after %d s".formatted(part.patience().toSeconds()));
            }
            TimeUnit.MILLISECONDS.sleep(part.probeInterval().toMillis());
        }
        return false;
    }

    /**
     * Ends the process as it wishes to be ended; whatever is left of it after its grace is killed.
     */
    public void stop() throws IOException, InterruptedException {
        Optional<ProcessId> process = running();
        pidFile.delete();
        if (process.isPresent()) {
            process.get().signal(part.stopSignal());
            awaitEnd(List.of(process.get()), part.grace());
            process.get().signal(Signal.KILL);
        }
        endLeftovers();
    }

    /** Ends the process like a crash: its children stay, as they would then. */
    public void kill() throws IOException, InterruptedException {
        Optional<ProcessId> process = running();
        pidFile.delete();
        if (process.isPresent()) {
            process.get().signal(Signal.KILL);
            awaitEnd(List.of(process.get()), KILLED);
        }
    }

    /** What the person at the terminal is told about a part that ended by itself. */
    public StackException failure(String reason) {
        return new StackException(PartFailure.message(part.name(), reason, log));
    }

    private void complete() throws StackException {
        try {
            part.complete();
        } catch (IOException | StackException e) {
            throw failure(e.getMessage());
        }
    }

    /** Children that outlived their parent would hold its ports and files. */
    private void endLeftovers() throws IOException, InterruptedException {
        List<ProcessId> leftovers = processes.of(part.name());
        signal(leftovers, Signal.TERM);
        awaitEnd(leftovers, LEFTOVER_GRACE);
        long end = System.nanoTime() + KILLED.toNanos();
        while (!leftovers.isEmpty() && System.nanoTime() < end) {
            signal(leftovers, Signal.KILL);
            awaitEnd(leftovers, KILLED);
            leftovers = processes.of(part.name());
        }
    }

    private static void signal(List<ProcessId> receivers, Signal signal)
            throws IOException, InterruptedException {
        for (ProcessId receiver : receivers) {
            receiver.signal(signal);
        }
    }

    private static void awaitEnd(List<ProcessId> ending, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (ending.stream().anyMatch(ProcessId::isAlive) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}
