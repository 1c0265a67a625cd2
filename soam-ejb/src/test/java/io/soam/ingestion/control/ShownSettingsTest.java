package io.soam.ingestion.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.mqtt.MqttConnectorType;
import io.soam.platform.control.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownSettingsTest {

    @Test
    void leavesOutSecretsAndWhatTheSchemaDoesNotKnow() {
        JsonNode config =
                Json.read(
                        """
                        {"broker": "b", "port": 1883, "topics": ["a/#"], "username": "u",
                         "password": "secret", "token": "unknown to the schema"}
                        """,
                        JsonNode.class);

        assertThat(ShownSettings.of(config, new MqttConnectorType().description().configSchema()))
                .containsEntry("broker", "b")
                .containsEntry("topics", List.of("a/#"))
                .containsEntry("username", "u")
                .doesNotContainKeys("password", "token");
    }

    @Test
    void formatPassword_isSecretToo() {
        JsonNode config = Json.read("{\"key\": \"secret\"}", JsonNode.class);
        String schema =
                "{\"properties\": {\"key\": {\"type\": \"string\", \"format\": \"password\"}}}";

        assertThat(ShownSettings.of(config, schema)).isEmpty();
    }
}
