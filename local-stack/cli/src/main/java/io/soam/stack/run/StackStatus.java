package io.soam.stack.run;

import io.soam.stack.home.Installation;
import io.soam.stack.part.Part;
import io.soam.stack.process.Memory;
import io.soam.stack.process.ProcessId;
import io.soam.stack.process.StackProcesses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs and what it takes. */
public record StackStatus(List<PartStatus> parts) {

    public static StackStatus of(Installation stack, List<PartProcess> processes) {
        StackProcesses all = new StackProcesses(stack.home().directory());
        Optional<ProcessId> spark = all.spark();
        Stream<PartStatus> own =
                processes.stream()
                        .filter(StackStatus::isOfInterest)
                        .map(process -> part(process, members(process, all, spark)));
        return new StackStatus(
                Stream.concat(own, Stream.of(spark(spark, stack.ports().sparkConnect()))).toList());
    }

    /** What nobody has asked for does not run, and that is no news. */
    private static boolean isOfInterest(PartProcess process) {
        return !process.part().optional() || process.running().isPresent() || process.hasDied();
    }

    private static List<ProcessId> members(
            PartProcess process, StackProcesses all, Optional<ProcessId> spark) {
        return all.of(process.part().name()).stream()
                .filter(member -> !spark.filter(member::equals).isPresent())
                .toList();
    }

    /** What one part does, also when it is one that nobody has asked for. */
    public static PartStatus of(Installation stack, PartProcess process) {
        StackProcesses all = new StackProcesses(stack.home().directory());
        return part(process, members(process, all, all.spark()));
    }

    private static PartStatus part(PartProcess process, List<ProcessId> members) {
        Part part = process.part();
        Optional<ProcessId> running = process.running();
        return new PartStatus(
                part.name(),
                running.map(ProcessId::pid).orElse(null),
                state(process, running.isPresent()),
                part.port().isPresent() ? part.port().getAsInt() : null,
                Memory.of(members));
    }

    private static String state(PartProcess process, boolean runs) {
        if (runs) {
            return process.part().probe().passes() ? "running" : "starting";
        }
        return process.hasDied() ? "died" : "stopped";
    }

    private static PartStatus spark(Optional<ProcessId> spark, int port) {
        return new PartStatus(
                "spark",
                spark.map(ProcessId::pid).orElse(null),
                spark.isPresent() ? "running" : "stopped",
                port,
                Memory.of(spark.stream().toList()));
    }
}
