package io.soam.stack.cli;

import io.soam.stack.home.HomeLock;
import io.soam.stack.part.BrokerPersistence;
import io.soam.stack.part.StackException;
import io.soam.stack.part.Stage;
import io.soam.stack.run.DeviceRegistration;
import io.soam.stack.run.PartProcess;
import io.soam.stack.run.Progress;
import io.soam.stack.run.SparkReadiness;
import io.soam.stack.run.StackStart;
import io.soam.stack.run.StackStop;
import io.soam.stack.run.Supervision;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts what does not run yet and, in the foreground, stays until Ctrl-C. */
@Command(
        name = "up",
        sortOptions = false,
        description = {
            "Starts everything that does not run yet.",
            "In the foreground Ctrl-C stops everything."
        },
        footer = {
            "",
            "What is missing or older than its sources is built first.",
            "--build builds everything, --no-build nothing."
        })
final class UpCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--detach", description = "Leave everything running and return.")
    private boolean detach;

    @Mixin private Choice choice;

    @Option(
            names = "--broker-persistence",
            defaultValue = "file",
            description = "file, or in-memory: faster, loses its queues when it ends.")
    private BrokerPersistence brokerPersistence;

    @Override
    public Integer call() throws IOException, StackException, InterruptedException {
        LocalStack stack = LocalStack.open(brokerPersistence);
        Progress progress = new Progress(spec.commandLine().getOut());
        List<PartProcess> chosen = stack.withNeeds(choice.parts(stack.basic()));
        if (chosen.stream().allMatch(process -> process.running().isPresent())) {
            progress.say("SOAM is running already.");
            announce(chosen, progress);
            return 0;
        }
        Undo undo = new Undo(new StackStop(stack.all(), progress), progress);
        if (!start(stack, chosen, progress, undo)) {
            return 1;
        }
        if (detach) {
            undo.disarm();
            progress.say("Stop it: ./soam down");
        } else {
            progress.say("Ctrl-C stops everything.");
            new Supervision(chosen, progress).run();
            undo.disarm();
        }
        return 0;
    }

    private boolean start(LocalStack stack, List<PartProcess> chosen, Progress progress, Undo undo)
            throws IOException, StackException, InterruptedException {
        try (HomeLock lock = stack.lock()) {
            undo.arm();
            progress.say("Starting SOAM; everything it keeps is in " + lock.home().directory());
            boolean started =
                    start(devices(chosen, false), progress, undo)
                            && registered(stack, chosen)
                            && start(devices(chosen, true), progress, undo);
            if (started) {
                awaitSpark(stack, chosen, progress);
                announce(chosen, progress);
            }
            return started;
        } catch (StackException e) {
            spec.commandLine().getErr().println(e.getMessage());
            spec.commandLine().getErr().flush();
            undo.now();
            return false;
        }
    }

    private static boolean start(List<PartProcess> processes, Progress progress, Undo undo)
            throws StackException, InterruptedException {
        if (processes.isEmpty()) {
            return true;
        }
        StackStart start = new StackStart(processes, progress);
        undo.first(start::cancel);
        return start.run();
    }

    private static boolean registered(LocalStack stack, List<PartProcess> chosen)
            throws StackException, InterruptedException {
        Optional<PartProcess> server = servers(chosen).findFirst();
        if (server.isPresent()) {
            new DeviceRegistration(stack.installation(), server.get()).run();
        }
        return true;
    }

    private static void awaitSpark(LocalStack stack, List<PartProcess> chosen, Progress progress)
            throws StackException, InterruptedException {
        Optional<PartProcess> server = servers(chosen).findFirst();
        if (server.isPresent()) {
            new SparkReadiness(stack.installation(), server.get(), progress).await();
        }
    }

    private static List<PartProcess> devices(List<PartProcess> processes, boolean devices) {
        return processes.stream()
                .filter(process -> (process.part().stage() == Stage.DEVICE) == devices)
                .toList();
    }

    private static Stream<PartProcess> servers(List<PartProcess> processes) {
        return processes.stream().filter(process -> process.part().stage() == Stage.SERVER);
    }

    private static void announce(List<PartProcess> chosen, Progress progress) {
        List<String> portals =
                servers(chosen)
                        .map(server -> server.part().port().orElseThrow())
                        .map("http://localhost:%d/"::formatted)
                        .toList();
        if (portals.isEmpty()) {
            progress.say("Ready: " + names(chosen));
        } else {
            progress.say("SOAM is ready: " + String.join(" ", portals));
            progress.say(
                    "Sign in as alice (admin), ulf (user) or vera (viewer);"
                            + " passwords: ./soam credentials");
        }
    }

    private static String names(List<PartProcess> processes) {
        return processes.stream()
                .map(process -> process.part().name())
                .collect(Collectors.joining(", "));
    }
}
