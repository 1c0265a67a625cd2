package io.soam.stack.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Watches running parts and says when one dies; starting it again is left to whoever reads that.
 */
public final class Supervision {

    private final List<PartProcess> processes;
    private final Progress progress;
    private final Set<String> reported = new HashSet<>();

    public Supervision(List<PartProcess> processes, Progress progress) {
        this.processes = processes;
        this.progress = progress;
    }

    /** Returns when {@code ./soam down} has stopped all parts elsewhere. */
    public void run() throws InterruptedException {
        while (processes.stream().anyMatch(Supervision::isKnown)) {
            processes.forEach(this::report);
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void report(PartProcess process) {
        String name = process.part().name();
        if (!process.hasDied()) {
            reported.remove(name);
        } else if (reported.add(name)) {
            progress.say(process.failure("has died").getMessage());
            progress.say("Start it again: ./soam start " + name);
        }
    }

    private static boolean isKnown(PartProcess process) {
        return process.running().isPresent() || process.hasDied();
    }
}
