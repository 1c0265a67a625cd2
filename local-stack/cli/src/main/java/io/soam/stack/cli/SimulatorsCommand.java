package io.soam.stack.cli;

import io.soam.stack.part.SimulatorKind;
import io.soam.stack.part.StackException;
import io.soam.stack.run.PartStatus;
import io.soam.stack.run.StackStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells which devices can be simulated. */
@Command(
        name = "simulators",
        description = {
            "Lists the simulated devices and the data sources that take in what they tell.",
            "The data sources themselves are started and stopped in the portal."
        },
        footer = {
            "",
            "./soam start simulator-traffic   starts one; simulators stands for all",
            "./soam stop simulators           stops all",
            "./soam up --simulators all       starts them with the stack"
        })
final class SimulatorsCommand implements Callable<Integer> {

    private static final String ROW = "%-22s %-9s %8s %6s  %-42s %s%n";

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, StackException {
        LocalStack stack = LocalStack.open();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(ROW, "PART", "STATE", "PID", "PORT", "WHAT", "DATA SOURCE");
        for (SimulatorKind kind : SimulatorKind.values()) {
            PartStatus part = StackStatus.of(stack.installation(), stack.named(kind.partName()));
            out.printf(
                    ROW,
                    part.name(),
                    part.state(),
                    Objects.toString(part.pid(), "-"),
                    Objects.toString(part.port(), "-"),
                    kind.what(),
                    kind.source());
        }
        out.flush();
        return 0;
    }
}
