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

    /** Expected troubles are told in words; a defect of ours is picocli's to report. */
    private static int explain(
            Exception trouble, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (!(trouble instanceof BenchException)) {
            throw trouble;
        }
        command.getErr().println(trouble.getMessage());
        command.getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
