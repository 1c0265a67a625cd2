package io.soam.schema.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.soam.domain.schema.FieldProfile;
import io.soam.domain.schema.ObservedMessage;
import io.soam.domain.schema.ObserverMemory;
import io.soam.domain.schema.StreamObserver;
import io.soam.domain.schema.StreamProfile;
import io.soam.domain.time.EventTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMessagesTest {

    private final StreamObserver observer =
            new StreamObserver("stream", DistinctSketch.ALL, new ObserverMemory());
    private long number;

    private StreamProfile see(String... payloads) {
        for (String payload : payloads) {
            byte[] bytes = payload.getBytes(UTF_8);
            long id = ++number;
            JsonMessages.observe(
                    observer,
                    bytes,
                    new ObservedMessage(
                            id, id, EventTime.Source.DEVICE, bytes.length, id, () -> "id" + id));
        }
        return observer.profile();
    }

    @Test
    void nestedObjectsAndArraysBecomePaths() {
        StreamProfile profile =
                see(
                        """
                        {"a": {"b": [1, 2.5, {"c": null, "d": []}]}, "e": true, "f": false, "g": "x",
                         "h": 123456789012345678901234567890}
                        """);

        assertThat(profile.fields())
                .extracting(field -> field.path() + " " + field.type().code())
                .containsExactlyInAnyOrder(
                        "a object",
                        "a.b array",
                        "a.b[] object",
                        "a.b[].c null",
                        "a.b[].d array",
                        "e boolean",
                        "f boolean",
                        "g string",
                        "h double");
        assertThat(profile.field("a.b[]").present()).isEqualTo(3);
        assertThat(profile.unreadable()).isZero();
    }

    @Test
    void aSingleValueIsAFieldByItself_asInEnrichment() {
        StreamProfile profile = see("21.5", "\"warm\"", "true");

        assertThat(profile.fields()).extracting(FieldProfile::path).containsExactly("value");
        assertThat(profile.unreadable()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[1, 2]",
                "{\"a\": 1",
                "{\"a\": 1} x",
                "{\"a\": 1}{\"a\": 1}",
                "1 2",
                "{\"a\": NaN}",
                "{'a': 1}",
                "hello"
            })
    void whatEnrichmentRefuses_isUnreadable(String payload) {
        StreamProfile profile = see(payload);

        assertThat(profile.records()).isEqualTo(1);
        assertThat(profile.unreadable()).isEqualTo(1);
        assertThat(profile.fields()).isEmpty();
    }

    @Test
    void hostileMessages_areBoundedAndDoNotSpoilWhatFollows() {
        StringBuilder keys = new StringBuilder("{");
        for (int i = 0; i < 10_000; i++) {
            keys.append("\"k").append(i).append("\":{\"x\":[").append(i).append("]},");
        }
        String wide = keys.append("\"end\":1}").toString();
        String deep = "{\"a\":".repeat(900) + "1" + "}".repeat(900);
        String tooDeep = "[".repeat(5_000);

        StreamProfile profile = see("{\"ok\": 1}", wide, deep, tooDeep, "{\"ok\": 2}");

        assertThat(profile.records()).isEqualTo(5);
        assertThat(profile.unreadable()).isEqualTo(1);
        assertThat(profile.fields()).hasSizeLessThanOrEqualTo(StreamProfile.MOST_FIELDS);
        assertThat(profile.field("ok").present()).isEqualTo(2);
        assertThat(profile.field("ok").max()).isEqualTo(2L);
    }
}
