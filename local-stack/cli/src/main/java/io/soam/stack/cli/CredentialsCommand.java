package io.soam.stack.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.soam.stack.part.StackException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the generated passwords. */
@Command(name = "credentials", description = "Prints the generated passwords.")
final class CredentialsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException, StackException {
        Credentials credentials = Credentials.of(LocalStack.open().installation());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(credentials));
        } else {
            table(credentials, out);
        }
        out.flush();
        return 0;
    }

    private static void table(Credentials credentials, PrintWriter out) {
        out.println("Portal " + credentials.portal());
        for (Credentials.User user : credentials.users()) {
            out.printf("  %-6s %-7s %s%n", user.name(), user.role(), user.password());
        }
        for (Credentials.Service service : credentials.services()) {
            out.printf(
                    "%s %s%n  %s  %s%n",
                    service.name(), service.url(), service.user(), service.password());
        }
    }
}
