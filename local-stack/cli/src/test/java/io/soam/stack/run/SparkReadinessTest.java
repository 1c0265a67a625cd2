package io.soam.stack.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soam.stack.home.Checkout;
import io.soam.stack.home.Home;
import io.soam.stack.home.Installation;
import io.soam.stack.home.Ports;
import io.soam.stack.part.StackException;
import io.soam.stack.part.Stage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SparkReadinessTest {

    @TempDir Path directory;

    @Test
    @Timeout(20)
    void deathOfTheServer_endsTheWaiting() throws Exception {
        Installation stack =
                Installation.open(new Checkout(directory), new Home(directory), new Ports(50_000));
        PartProcess server =
                new PartProcess(
                        new ShellPart(
                                "wildfly",
                                Stage.SERVER,
                                List.of(),
                                directory,
                                "touch wildfly.ready; echo 'ERROR: no memory'; exec sleep 1"),
                        stack.home());
        Progress progress = new Progress(new PrintWriter(new StringWriter()));
        new StackStart(List.of(server), progress).run();

        assertThatThrownBy(() -> new SparkReadiness(stack, server, progress).await())
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("wildfly: died while Spark was awaited")
                .hasMessageContaining("no memory");
        server.stop();
    }
}
