package io.soam.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command {@code bench}: one subcommand for each thing that is measured. */
@Command(
        name = "soam bench",
        description = "Measures a running stack.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = IngestCommand.class)
public final class BenchMain {

    private BenchMain() {}

    /** Exit code 0 = measured, and nothing lost or doubled; 1 = otherwise; 2 = wrong usage. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BenchMain()).setExecutionExceptionHandler(BenchMain::explain);
    }

    /** Expected troubles are told in words; only a defect of ours is worth a stack trace. */
    private static int explain(
            Exception trouble, CommandLine command, CommandLine.ParseResult arguments) {
        if (trouble instanceof BenchException) {
            command.getErr().println(trouble.getMessage());
        } else {
            trouble.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
