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

/** Starts a part that does not run, and leaves it running. */
@Command(name = "start", description = "Starts a part that has ended, and leaves it running.")
final class StartCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "PART", description = "As in ./soam status, except spark.")
    private String part;

    @Override
    public Integer call() throws IOException, StackException, InterruptedException {
        LocalStack stack = LocalStack.open();
        try (HomeLock lock = stack.lock()) {
            Progress progress = new Progress(spec.commandLine().getOut());
            progress.say("Starting %s in %s".formatted(part, lock.home().directory()));
            new StackStart(List.of(stack.named(part)), progress).run();
        }
        return 0;
    }
}
