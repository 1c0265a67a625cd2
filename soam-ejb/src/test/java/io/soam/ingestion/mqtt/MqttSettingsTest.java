package io.soam.ingestion.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import io.soam.platform.control.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttSettingsTest {

    @Test
    void replicasShareUnlessToldOtherwise() {
        assertThat(settings("{\"broker\":\"b\",\"topics\":\"a/#\"}").filters())
                .containsExactly("$share/ingestor-group/a/#");
        assertThat(
                        settings(
                                        "{\"broker\":\"b\",\"topics\":[\"a/#\",\"$share/own/b\"],\"shared_group\":\"g\"}")
                                .filters())
                .containsExactly("$share/g/a/#", "$share/own/b");
        assertThat(
                        settings(
                                        "{\"broker\":\"b\",\"topics\":[\"a\"],\"use_shared_subscription\":false}")
                                .filters())
                .containsExactly("a");
    }

    @Test
    void userAndPassword_countOnlyTogether() {
        MqttSettings half = settings("{\"broker\":\"b\",\"topics\":\"a\",\"username\":\"u\"}");
        MqttSettings both =
                settings(
                        "{\"broker\":\"b\",\"topics\":\"a\",\"username\":\"u\",\"password\":\"p\"}");

        assertThat(half.username()).isNull();
        assertThat(both.username()).isEqualTo("u");
        assertThat(both.toString()).doesNotContain("p,").contains("mqtt://b:1883");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"topics\":\"a\"}",
                "{\"broker\":\" \",\"topics\":\"a\"}",
                "{\"broker\":\"b\"}",
                "{\"broker\":\"b\",\"topics\":[]}",
                "{\"broker\":\"b\",\"topics\":[\"\"]}",
                "{\"broker\":\"b\",\"topics\":[\"a/#/b\"]}",
                "{\"broker\":\"b\",\"topics\":[\"a#\"]}",
                "{\"broker\":\"b\",\"topics\":[\"a/b+\"]}",
                "{\"broker\":\"b\",\"topics\":[\"a\\u0000\"]}"
            })
    void whatCannotWork_isRefusedInWords(String config) {
        assertThatThrownBy(() -> settings(config))
                .isInstanceOf(InvalidSourceConfigurationException.class)
                .hasMessageEndingWith(".");
    }

    private static MqttSettings settings(String config) {
        return MqttSettings.of(Json.read(config, JsonNode.class));
    }
}
