package io.soam.domain.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IngestionIdTest {

    private static final IngestionId SOURCE = IngestionId.ofSource("Local Simulators MQTT", "mqtt");

    @Test
    void ofSource_isTheHashOfNameAndTypeThenBothAsSlugs() {
        // printf 'Local Simulators MQTT_mqtt' | md5sum
        assertThat(SOURCE.value()).matches("[0-9a-f]{8}_local_simulators_mqtt_mqtt");
        assertThat(SOURCE).isEqualTo(IngestionId.ofSource("Local Simulators MQTT", "mqtt"));
        assertThat(SOURCE).isNotEqualTo(IngestionId.ofSource("local simulators mqtt", "mqtt"));
    }

    @Test
    void stream_appendsTheTopicAsSlug() {
        assertThat(SOURCE.stream("smartcity/sensors/temperature").value())
                .isEqualTo(SOURCE + "_smartcity_sensors_temperature");
        assertThat(SOURCE.stream("a/+/b/#").value()).isEqualTo(SOURCE + "_a_plus_b_wildcard");
    }

    @Test
    void stream_ofHostileTopics_staysOneSafeDirectory() {
        String climbing = SOURCE.stream("../../etc/passwd").value();
        assertThat(climbing).doesNotContain("/").doesNotContain("..");
        assertThat(SOURCE.stream("<b>x</b>").value()).doesNotContain("<");
        assertThat(SOURCE.stream("größe")).isNotEqualTo(SOURCE.stream("grüße"));
    }

    @Test
    void stream_ofVeryLongTopics_isBoundedAndDistinct() {
        String a = SOURCE.stream("t".repeat(2_000) + "a").value();
        String b = SOURCE.stream("t".repeat(2_000) + "b").value();
        assertThat(a).hasSizeLessThanOrEqualTo(IngestionId.MAX_LENGTH).isNotEqualTo(b);
    }

    @Test
    void anEmptyIdIsRefused() {
        assertThatThrownBy(() -> new IngestionId(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 255 characters");
    }

    @Property
    void anyTopicGivesASafeDirectoryName(@ForAll String topic) {
        assertThat(SOURCE.stream(topic).value())
                .matches("[A-Za-z0-9_.-]{1,255}")
                .doesNotContain("..");
    }
}
