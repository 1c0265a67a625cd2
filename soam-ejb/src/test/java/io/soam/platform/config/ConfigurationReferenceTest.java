package io.soam.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {

    private static final Path DOCUMENT = Path.of("../docs/configuration.md");

    @Test
    void everyKeyIsInTheReference() throws IOException {
        String document = Files.readString(DOCUMENT);

        ConfigurationReference.keys(Path.of("target/classes"))
                .forEach(
                        key ->
                                assertThat(document)
                                        .as(
                                                "docs/configuration.md is out of date, see its first lines")
                                        .contains(ConfigurationReference.row(key)));
    }

    @Test
    void everyConfigurationClassIsFound() {
        assertThat(ConfigurationReference.keys(Path.of("target/classes")))
                .extracting(ConfigKey::name)
                .contains(
                        "soam.spool.directory",
                        "soam.lake.endpoint",
                        "soam.graph.uri",
                        "soam.oidc.url",
                        "soam.spark.connect.port",
                        "soam.pod.name")
                .doesNotHaveDuplicates();
    }
}
