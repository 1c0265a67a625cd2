package io.soam.stack.cli;

import io.soam.stack.home.Home;
import io.soam.stack.home.HomeLock;
import io.soam.stack.part.StackException;
import io.soam.stack.run.Progress;
import io.soam.stack.run.StackStop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops everything and deletes all that the stack keeps. */
@Command(name = "reset", description = "Stops everything and deletes all data and secrets.")
final class ResetCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException, StackException {
        Home home = LocalStack.home();
        Progress progress = new Progress(spec.commandLine().getOut());
        if (!Files.exists(home.secrets())) {
            progress.say("There is nothing to delete in " + home.directory());
            return 0;
        }
        if (!yes && !confirmed(home)) {
            progress.say("Nothing was deleted.");
            return 1;
        }
        LocalStack stack = LocalStack.open();
        try (HomeLock lock = stack.lock()) {
            new StackStop(stack.all(), progress).run();
            lock.home().delete();
        }
        progress.say("Deleted: " + home.directory());
        return 0;
    }

    private boolean confirmed(Home home) throws IOException {
        spec.commandLine()
                .getOut()
                .printf("Delete all data and secrets in %s? Type yes: ", home.directory());
        spec.commandLine().getOut().flush();
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return "yes".equals(answer.readLine());
    }
}
