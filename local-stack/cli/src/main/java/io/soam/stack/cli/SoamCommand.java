package io.soam.stack.cli;

import io.soam.stack.part.StackException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code ./soam}: runs SOAM with all its services on one machine. */
@Command(
        name = "soam",
        description = "Runs SOAM with all its services on this machine.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = SoamVersion.class,
        footer = {
            "",
            "Environment:",
            "  SOAM_HOME         where everything is kept; default: .soam in the checkout",
            "  SOAM_PORT_OFFSET  added to every port; default: 0"
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            TokenCommand.class,
            CredentialsCommand.class,
            StartCommand.class,
            StopCommand.class,
            SimulatorsCommand.class,
            BenchCommand.class
        })
public final class SoamCommand {

    private SoamCommand() {}

    /** Exit code 0 = done, 1 = failed, 2 = wrong usage, 130 = ended by Ctrl-C. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine soam =
                new CommandLine(new SoamCommand())
                        .setExecutionExceptionHandler(SoamCommand::explain);
        // What follows its name is the measuring program's to understand.
        soam.getSubcommands().get(BenchCommand.NAME).setStopAtPositional(true);
        return soam;
    }

    /** Expected troubles are told in words; only a defect of ours is worth a stack trace. */
    private static int explain(
            Exception trouble, CommandLine command, CommandLine.ParseResult arguments) {
        if (trouble instanceof StackException) {
            command.getErr().println(trouble.getMessage());
        } else if (trouble instanceof IOException) {
            command.getErr().println("A file cannot be used: " + trouble);
        } else {
            trouble.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
