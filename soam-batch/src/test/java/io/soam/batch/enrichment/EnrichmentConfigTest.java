package io.soam.batch.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.soam.platform.config.ConfigKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EnrichmentConfigTest {

    @Test
    void operatorsFindEveryKeyInTheReference() throws IOException {
        String reference = Files.readString(Path.of("../docs/configuration.md"));

        assertThat(EnrichmentJob.KEYS)
                .extracting(ConfigKey::environmentVariable)
                .allSatisfy(
                        variable ->
                                assertThat(reference)
                                        .as("generated docs/configuration.md")
                                        .contains("`" + variable + "`"));
    }
}
