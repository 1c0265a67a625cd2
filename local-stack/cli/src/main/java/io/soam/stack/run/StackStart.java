package io.soam.stack.run;

import io.soam.stack.part.Part;
import io.soam.stack.part.StackException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts parts side by side, each as soon as those it needs are ready. */
public final class StackStart {

    private final List<PartProcess> processes;
    private final Progress progress;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    public StackStart(List<PartProcess> processes, Progress progress) {
        this.processes = processes;
        this.progress = progress;
    }

    /** No further part is started and no start is waited for; may come from another thread. */
    public void cancel() {
        cancelled.set(true);
    }

    /**
     * Returns when all parts are ready.
     *
     * @return false when it was cancelled
     * @throws StackException when a part cannot be started; the others may be running
     */
    public boolean run() throws StackException, InterruptedException {
        Preconditions.check(missing());
        ExecutorService threads = Executors.newFixedThreadPool(processes.size());
        try {
            Map<String, CompletableFuture<Void>> starts = new HashMap<>();
            for (PartProcess process : processes) {
                starts.put(
                        process.part().name(),
                        needs(process, starts).thenRunAsync(() -> start(process), threads));
            }
            await(CompletableFuture.allOf(starts.values().toArray(CompletableFuture[]::new)));
            return !cancelled.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Part> missing() {
        return processes.stream()
                .filter(process -> process.running().isEmpty())
                .map(PartProcess::part)
                .toList();
    }

    private static CompletableFuture<Void> needs(
            PartProcess process, Map<String, CompletableFuture<Void>> starts) {
        return CompletableFuture.allOf(
                process.part().after().stream()
                        .filter(starts::containsKey)
                        .map(starts::get)
                        .toArray(CompletableFuture[]::new));
    }

    private void start(PartProcess process) {
        long begin = System.nanoTime();
        try {
            if (!cancelled.get()) {
                process.launch();
            }
            if (process.awaitReady(cancelled::get)) {
                progress.ready(process, Duration.ofNanos(System.nanoTime() - begin));
            }
        } catch (StackException e) {
            cancel();
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private static void await(CompletableFuture<Void> all)
            throws StackException, InterruptedException {
        try {
            all.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackException reason) {
                throw reason;
            }
            throw new StackException("Starting failed: " + e.getCause(), e);
        }
    }
}
