package io.soam.stack.cli;

import io.soam.stack.home.HomeLock;
import io.soam.stack.part.StackException;
import io.soam.stack.run.PartProcess;
import io.soam.stack.run.Progress;
import io.soam.stack.run.StackStop;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stops some parts. */
@Command(name = "stop", description = "Stops parts; the others go on.")
final class StopCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "PART",
            arity = "1..*",
            description = "As in ./soam status, except spark; simulators stands for all of them.")
    private List<String> parts;

    @Option(names = "--kill", description = "End them like a crash (kill -9).")
    private boolean kill;

    @Override
    public Integer call() throws IOException, StackException, InterruptedException {
        LocalStack stack = LocalStack.open();
        List<PartProcess> processes = stack.named(parts);
        Progress progress = new Progress(spec.commandLine().getOut());
        try (HomeLock lock = stack.lock()) {
            progress.say(
                    "Stopping %s in %s"
                            .formatted(String.join(", ", parts), lock.home().directory()));
            if (kill) {
                for (PartProcess process : processes) {
                    process.kill();
                }
            } else {
                new StackStop(processes, progress).run();
            }
        }
        return 0;
    }
}
