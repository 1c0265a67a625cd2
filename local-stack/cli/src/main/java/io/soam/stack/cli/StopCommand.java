package io.soam.stack.cli;

import io.soam.stack.home.HomeLock;
import io.soam.stack.part.StackException;
import io.soam.stack.run.PartProcess;
import io.soam.stack.run.Progress;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stops one part. */
@Command(name = "stop", description = "Stops one part; the others go on.")
final class StopCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "PART", description = "As in ./soam status, except spark.")
    private String part;

    @Option(names = "--kill", description = "End it like a crash (kill -9).")
    private boolean kill;

    @Override
    public Integer call() throws IOException, StackException, InterruptedException {
        LocalStack stack = LocalStack.open();
        PartProcess process = stack.named(part);
        Progress progress = new Progress(spec.commandLine().getOut());
        try (HomeLock lock = stack.lock()) {
            progress.say("Stopping %s in %s".formatted(part, lock.home().directory()));
            if (kill) {
                process.kill();
            } else {
                process.stop();
            }
        }
        return 0;
    }
}
