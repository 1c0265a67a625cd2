package io.soam.systemtest;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The application may be replaced while messages come. */
@SystemTest
class RedeploymentIT {

    private static final int MESSAGES = 30_000;
    private static final int PER_SECOND = 1_000;

    @Test
    void redeploymentUnderLoad_losesAndDoublesNothing(SoamStack stack) throws IOException {
        Numbered numbered = new Publisher(stack).numbered(MESSAGES, PER_SECOND);
        numbered.awaitSent(5_000);

        Path deployments = stack.home().resolve("wildfly/deployments");
        Path deployed = deployments.resolve("soam.ear.deployed");
        Files.delete(deployed);
        Path undeployed = deployments.resolve("soam.ear.undeployed");
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(undeployed));
        Files.createFile(deployments.resolve("soam.ear.dodeploy"));
        await().atMost(Duration.ofMinutes(3)).until(() -> Files.exists(deployed));

        numbered.awaitAll();
        Lake lake = new Lake(stack);
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> lake.numbered(numbered.run()), Tally.exactlyOnce(MESSAGES)::equals);
        await().atMost(Duration.ofSeconds(90)).until(() -> stack.api().readiness() == 200);
    }
}
