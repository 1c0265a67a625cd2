package io.soam.stack.cli;

import io.soam.stack.home.HomeLock;
import io.soam.stack.part.StackException;
import io.soam.stack.run.Progress;
import io.soam.stack.run.StackStop;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops everything. */
@Command(name = "down", description = "Stops everything; all data stay.")
final class DownCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, StackException {
        Progress progress = new Progress(spec.commandLine().getOut());
        if (Files.exists(LocalStack.home().secrets())) {
            LocalStack stack = LocalStack.open();
            try (HomeLock lock = stack.lock()) {
                progress.say("Stopping what runs in " + lock.home().directory());
                new StackStop(stack.all(), progress).run();
            }
        }
        progress.say("Nothing of SOAM runs.");
        return 0;
    }
}
