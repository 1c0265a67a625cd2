package io.soam.ingestion.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.InvalidSetting;
import io.soam.ingestion.mqtt.MqttConnectorType;
import io.soam.platform.control.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {

    private final SettingsCheck check = new SettingsCheck();

    @Test
    void whatTheSchemaAllows_passes() {
        assertThat(problems("{\"broker\": \"b\", \"topics\": \"city/#\", \"port\": 8883}"))
                .isEmpty();
        assertThat(problems("{\"broker\": \"b\", \"topics\": [\"a\", \"b\"]}")).isEmpty();
    }

    @Test
    void everythingIsChecked_notOnlyWhatIsRequired() {
        assertThat(problems("{}"))
                .extracting(InvalidSetting::name)
                .containsExactlyInAnyOrder("broker", "topics");
        assertThat(problems("{\"broker\": \"b\", \"topics\": \"t\", \"port\": 70000}"))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.name()).isEqualTo("port");
                            assertThat(problem.message()).startsWith("Port ").contains("65535");
                        });
        assertThat(problems("{\"broker\": 7, \"topics\": \"t\"}"))
                .extracting(InvalidSetting::name)
                .containsExactly("broker");
        assertThat(problems("{\"broker\": \"b\", \"topics\": []}")).isNotEmpty();
    }

    @Test
    void anUnknownSetting_isNamedTogetherWithTheKnownOnes() {
        assertThat(problems("{\"broker\": \"b\", \"topics\": \"t\", \"brokr\": 1}"))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.name()).isEqualTo("brokr");
                            assertThat(problem.message())
                                    .contains("no such setting")
                                    .contains("broker, port");
                        });
    }

    private List<InvalidSetting> problems(String config) {
        return check.problems(Json.read(config, JsonNode.class), new MqttConnectorType());
    }
}
