package io.soam.stack.run;

import io.soam.stack.part.StackException;
import io.soam.stack.part.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stops parts, those first that use the others; parts of one stage side by side. */
public final class StackStop {

    private final List<PartProcess> processes;
    private final Progress progress;

    public StackStop(List<PartProcess> processes, Progress progress) {
        this.processes = processes;
        this.progress = progress;
    }

    /**
     * Returns when nothing runs any more.
     *
     * @throws StackException when a part could not be stopped; the others are
     */
    public void run() throws StackException {
        List<String> failures = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Stage> stages = new ArrayList<>(Arrays.asList(Stage.values()));
            Collections.reverse(stages);
            for (Stage stage : stages) {
                failures.addAll(stop(stage, threads));
            }
        } finally {
            threads.shutdown();
        }
        if (!failures.isEmpty()) {
            throw new StackException(String.join(System.lineSeparator(), failures));
        }
    }

    private List<String> stop(Stage stage, ExecutorService threads) {
        List<CompletableFuture<Void>> stops =
                processes.stream()
                        .filter(process -> process.part().stage() == stage)
                        .map(process -> CompletableFuture.runAsync(() -> stop(process), threads))
                        .toList();
        List<String> failures = new ArrayList<>();
        for (CompletableFuture<Void> stop : stops) {
            try {
                stop.join();
            } catch (CompletionException e) {
                failures.add(e.getCause().getMessage());
            }
        }
        return failures;
    }

    private void stop(PartProcess process) {
        boolean runs = process.running().isPresent();
        long begin = System.nanoTime();
        try {
            process.stop();
        } catch (IOException e) {
            throw new CompletionException(process.failure("cannot be stopped: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(process.failure("stopping was interrupted"));
        }
        if (runs) {
            progress.stopped(process, Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
