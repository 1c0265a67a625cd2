package io.soam.stack.cli;

import io.soam.stack.home.SignIn;
import io.soam.stack.part.StackException;
import io.soam.stack.run.AccessToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints an access token for the REST API. */
@Command(
        name = "token",
        description = {
            "Prints an access token for the REST API.",
            "curl -H \"Authorization: Bearer $(./soam token alice)\" localhost:8080/api/data-sources"
        })
final class TokenCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "USER", description = "alice (admin), ulf (user) or vera (viewer).")
    private String user;

    @Override
    public Integer call() throws IOException, StackException, InterruptedException {
        SignIn who =
                SignIn.named(user)
                        .orElseThrow(
                                () ->
                                        new StackException(
                                                "There is no user %s; there are alice, ulf and vera"
                                                        .formatted(user)));
        PrintWriter out = spec.commandLine().getOut();
        out.println(new AccessToken(LocalStack.open().installation()).of(who));
        out.flush();
        return 0;
    }
}
