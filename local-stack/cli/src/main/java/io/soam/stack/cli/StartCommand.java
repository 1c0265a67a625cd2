package io.soam.stack.cli;

import io.soam.stack.home.HomeLock;
import io.soam.stack.part.StackException;
import io.soam.stack.run.Progress;
import io.soam.stack.run.StackStart;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts parts that do not run, and leaves them running. */
@Command(name = "start", description = "Starts parts that do not run, and leaves them running.")
final class StartCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "PART",
            arity = "1..*",
            description = "As in ./soam status, except spark; simulators stands for all of them.")
    private List<String> parts;

    @Override
    public Integer call() throws IOException, StackException, InterruptedException {
        LocalStack stack = LocalStack.open();
        try (HomeLock lock = stack.lock()) {
            Progress progress = new Progress(spec.commandLine().getOut());
            progress.say(
                    "Starting %s in %s"
                            .formatted(String.join(", ", parts), lock.home().directory()));
            new StackStart(stack.named(parts), progress).run();
        }
        return 0;
    }
}
