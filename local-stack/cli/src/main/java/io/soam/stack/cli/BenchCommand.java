package io.soam.stack.cli;

import io.soam.stack.part.Bench;
import io.soam.stack.part.StackException;
import io.soam.stack.process.Launch;
import io.soam.stack.run.PartProcess;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures the running stack. */
@Command(
        name = BenchCommand.NAME,
        description = {
            "Measures the running stack: ./soam bench ingest --rate 1000,5000",
            "All options: ./soam bench ingest --help"
        },
        footer = {
            "",
            "For high rates: ./soam up --broker-persistence in-memory --no-simulators",
        })
final class BenchCommand implements Callable<Integer> {

    static final String NAME = "bench";

    private static final String SERVER = "wildfly";
    private static final List<String> HELP = List.of("--help", "-h");

    @Parameters(
            arity = "1..*",
            paramLabel = "WHAT",
            description = "What to measure, and the options of that.")
    private List<String> arguments;

    @Override
    public Integer call() throws IOException, StackException, InterruptedException {
        LocalStack stack = LocalStack.open();
        PartProcess server = stack.named(SERVER);
        if (server.running().isEmpty() && arguments.stream().noneMatch(HELP::contains)) {
            throw new StackException(
                    "No stack runs in %s. Start it: ./soam up"
                            .formatted(stack.installation().home().directory()));
        }
        Launch launch = Bench.launch(stack.installation(), arguments);
        ProcessBuilder bench = new ProcessBuilder(launch.command()).inheritIO();
        bench.environment().putAll(launch.environment());
        return bench.start().waitFor();
    }
}
