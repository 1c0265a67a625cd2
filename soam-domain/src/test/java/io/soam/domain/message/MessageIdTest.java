package io.soam.domain.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageIdTest {

    private static String id(String stream, String topic, String payload) {
        return MessageId.text(MessageId.of(stream, topic, payload.getBytes(UTF_8)));
    }

    @Test
    void equalContentOnOneTopicIsOneMessage() {
        assertThat(id("s", "t", "{}")).isEqualTo(id("s", "t", "{}")).matches("[0-9a-f]{32}");
    }

    @Test
    void everyPartCounts_andPartsDoNotRunTogether() {
        assertThat(id("s", "t", "1")).isNotEqualTo(id("s", "t", "2"));
        assertThat(id("s", "t1", "1")).isNotEqualTo(id("s", "t", "11"));
        assertThat(id("st", "", "1")).isNotEqualTo(id("s", "t", "1"));
    }
}
