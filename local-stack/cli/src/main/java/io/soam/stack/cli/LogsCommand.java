package io.soam.stack.cli;

import io.soam.stack.home.Server;
import io.soam.stack.part.StackException;
import io.soam.stack.process.StackProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a part has printed since its last start. */
@Command(name = "logs", description = "Shows what a part has printed since its last start.")
final class LogsCommand implements Callable<Integer> {

    /** Spark prints through the server that has launched it. */
    private static final String SPARK = "spark";

    @Parameters(paramLabel = "PART", description = "As in ./soam status.")
    private String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what it prints.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, StackException, InterruptedException {
        LocalStack stack = LocalStack.open();
        String printing = part.equals(SPARK) ? launcher(stack) : stack.named(part).part().name();
        Path log = stack.installation().home().log(printing);
        if (!Files.exists(log)) {
            throw new StackException("%s: has never been started here".formatted(part));
        }
        List<String> command = new ArrayList<>(List.of("tail", "-n", follow ? "100" : "+1"));
        if (follow) {
            command.add("-F");
        }
        command.add(log.toString());
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static String launcher(LocalStack stack) {
        StackProcesses processes = new StackProcesses(stack.installation().home().directory());
        return processes.spark().flatMap(processes::partOf).orElse(Server.FIRST.partName());
    }
}
