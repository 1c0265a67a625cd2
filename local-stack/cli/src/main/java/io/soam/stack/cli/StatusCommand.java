package io.soam.stack.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.soam.stack.part.StackException;
import io.soam.stack.run.PartStatus;
import io.soam.stack.run.StackStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what runs. */
@Command(name = "status", description = "Tells what runs, where, and what memory it takes.")
final class StatusCommand implements Callable<Integer> {

    private static final long MEBIBYTE = 1024 * 1024;

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException, StackException {
        LocalStack stack = LocalStack.open();
        StackStatus status = StackStatus.of(stack.installation(), stack.all());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(status));
        } else {
            table(status, out);
        }
        out.flush();
        return 0;
    }

    private static void table(StackStatus status, PrintWriter out) {
        String row = "%-22s %-9s %8s %6s %7s MiB%n";
        out.printf("%-22s %-9s %8s %6s %11s%n", "PART", "STATE", "PID", "PORT", "MEMORY");
        for (PartStatus part : status.parts()) {
            out.printf(
                    row,
                    part.name(),
                    part.state(),
                    Objects.toString(part.pid(), "-"),
                    Objects.toString(part.port(), "-"),
                    part.memoryBytes() / MEBIBYTE);
        }
        long sum = status.parts().stream().mapToLong(PartStatus::memoryBytes).sum();
        out.printf(row, "all", "", "", "", sum / MEBIBYTE);
    }
}
