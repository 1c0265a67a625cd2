package io.soam.ingestion.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.MqttVersion;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import io.soam.platform.control.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttSettingsTest {

    @Test
    void replicasShareUnlessToldOtherwise() {
        assertThat(settings("{\"broker\":\"b\",\"topics\":\"a/#\"}").filters().subscriptions())
                .containsExactly("$share/ingestor-group/a/#");
        assertThat(
                        settings(
                                        "{\"broker\":\"b\",\"topics\":[\"a/#\",\"$share/own/b\"],\"shared_group\":\"g\"}")
                                .filters()
                                .subscriptions())
                .containsExactly("$share/g/a/#", "$share/own/b");
        assertThat(
                        settings(
                                        "{\"broker\":\"b\",\"topics\":[\"a\"],\"use_shared_subscription\":false}")
                                .filters()
                                .subscriptions())
                .containsExactly("a");
    }

    @Test
    void aUserNameNeedsNoPassword_andNoSecretIsShown() {
        MqttSettings name = settings("{\"broker\":\"b\",\"topics\":\"a\",\"username\":\"u\"}");
        MqttSettings both =
                settings(
                        "{\"broker\":\"b\",\"topics\":\"a\",\"username\":\"u\",\"password\":\"hidden\"}");

        assertThat(name.login()).isEqualTo(new MqttLogin("u", null));
        assertThat(both.login()).isEqualTo(new MqttLogin("u", "hidden"));
        assertThat(both.toString()).doesNotContain("hidden").contains("mqtt://b:1883");
        assertThat(both.login().toString()).doesNotContain("hidden");
    }

    @Test
    void whatIsLeftOut_isAsTheSchemaSays() {
        MqttSettings settings = settings("{\"broker\":\"b\",\"topics\":\"a\",\"username\":\"\"}");

        assertThat(settings.version()).isEqualTo(MqttVersion.MQTT_5_0);
        assertThat(settings.qos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
        assertThat(settings.port()).isEqualTo(1883);
        assertThat(settings.login().isAnonymous()).isTrue();
        assertThat(settings("{\"broker\":\"b\",\"topics\":\"a\",\"tls\":true}").port())
                .isEqualTo(8883);
    }

    @Test
    void replicasRunBesideEachOther_onlyWhereEveryFilterIsShared() {
        assertThat(settings("{\"broker\":\"b\",\"topics\":\"a\"}").filters().spreadOverReplicas())
                .isTrue();
        assertThat(
                        settings(
                                        "{\"broker\":\"b\",\"topics\":[\"$share/g/a\",\"b\"],\"use_shared_subscription\":false}")
                                .filters()
                                .spreadOverReplicas())
                .isFalse();
        assertThat(
                        settings(
                                        "{\"broker\":\"b\",\"topics\":\"$share/g/a\",\"use_shared_subscription\":false}")
                                .filters()
                                .spreadOverReplicas())
                .isTrue();
    }

    @Test
    void aTrialListensBesideTheShare() {
        assertThat(
                        settings("{\"broker\":\"b\",\"topics\":[\"$share/own/b/#\",\"c\"]}")
                                .filters()
                                .unshared())
                .containsExactly("b/#", "c");
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
                "{\"broker\":\"b\",\"topics\":[\"a\\u0000\"]}",
                "{\"broker\":\"b\",\"topics\":[\"$share/g\"]}",
                "{\"broker\":\"b\",\"topics\":[\"$share/g+/a\"]}",
                "{\"broker\":\"b\",\"topics\":[\"$share/g/a#\"]}",
                "{\"broker\":\"b\",\"topics\":\"a\",\"shared_group\":\"a/b\"}",
                "{\"broker\":\"b\",\"topics\":\"a\",\"qos\":3}",
                "{\"broker\":\"b\",\"topics\":\"a\",\"version\":\"4\"}",
                "{\"broker\":\"b\",\"topics\":\"a\",\"password\":\"p\"}",
                "{\"broker\":\"b\",\"topics\":\"a\",\"ca_certificate\":\"x\"}",
                "{\"broker\":\"b\",\"topics\":\"a\",\"tls\":true,\"ca_certificate\":\"x\"}",
                "{\"broker\":\"b\",\"topics\":\"a\",\"tls\":true,\"client_key\":\"x\"}"
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
