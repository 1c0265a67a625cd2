package io.soam.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.soam.domain.time.EpochMicros;
import io.soam.domain.time.EventTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamObserverTest {

    @Test
    void everyTypeIsTold() {
        StreamProfile profile =
                Observing.of(
                        List.of(
                                fields(
                                        "none",
                                        null,
                                        "yes",
                                        true,
                                        "whole",
                                        7L,
                                        "part",
                                        1.5,
                                        "at",
                                        "2026-11-24T10:15:30Z",
                                        "day",
                                        "2026-11-24",
                                        "id",
                                        "0b2f42e3-0000-4000-8000-00000000000A",
                                        "text",
                                        "2026-13-45T10:15:30Z",
                                        "digits",
                                        "1764000000",
                                        "list",
                                        List.of(1L),
                                        "thing",
                                        Map.of("a", 1L))));

        assertThat(profile.fields())
                .extracting(field -> field.path() + " " + field.type().code())
                .containsExactly(
                        "none null",
                        "yes boolean",
                        "whole integer",
                        "part double",
                        "at timestamp",
                        "day timestamp",
                        "id uuid",
                        "text string",
                        "digits string",
                        "list array",
                        "list[] integer",
                        "thing object",
                        "thing.a integer");
        assertThat(profile.field("at").earliest())
                .isEqualTo(EpochMicros.of(Instant.parse("2026-11-24T10:15:30Z")));
    }

    @Test
    void nullableIsOnlyWhatWasNullOrAbsent() {
        StreamProfile profile =
                Observing.of(
                        List.of(
                                fields("a", 1L, "b", 1L, "c", null, "d", fields("x", 1L)),
                                fields("a", 2L, "c", 3L, "d", fields("x", 1L)),
                                fields("a", 2L, "c", 3L, "b", 1L)));

        assertThat(profile.isNullable(profile.field("a"))).isFalse();
        assertThat(profile.isNullable(profile.field("b"))).isTrue();
        assertThat(profile.absent(profile.field("b"))).isEqualTo(1);
        assertThat(profile.isNullable(profile.field("c"))).isTrue();
        assertThat(profile.field("c").count(FieldType.NULL)).isEqualTo(1);
        assertThat(profile.isNullable(profile.field("d"))).isTrue();
        assertThat(profile.isNullable(profile.field("d.x"))).isFalse();
    }

    @Test
    void statisticsAndSamples() {
        Observing observing = new Observing(0);
        for (long i = 0; i < 20; i++) {
            observing.see(
                    fields(
                            "n",
                            i % 7,
                            "x",
                            i / 2.0,
                            "s",
                            "v" + i,
                            "b",
                            i % 4 == 3,
                            "sensor_id",
                            "s" + i % 3));
        }
        StreamProfile profile = observing.profile();

        assertThat(profile.records()).isEqualTo(20);
        assertThat(profile.bytes()).isEqualTo(2_000);
        assertThat(profile.sensors().estimate()).isEqualTo(3);
        assertThat(profile.field("n").min()).isEqualTo(0L);
        assertThat(profile.field("n").max()).isEqualTo(6L);
        assertThat(profile.field("x").max()).isEqualTo(9.5);
        assertThat(profile.field("s").samples()).containsExactly("v0", "v1", "v2", "v3", "v4");
        assertThat(profile.field("s").distinct().estimate()).isEqualTo(20);
        assertThat(profile.field("b").samples()).containsExactly("false", "true");
        assertThat(profile.field("b").distinct().estimate()).isEqualTo(2);
        assertThat(profile.firstSeen()).isEqualTo(Observing.NOON + 1_000_000);
        assertThat(profile.lastSeen()).isEqualTo(Observing.NOON + 20_000_000);
    }

    @Test
    void aMessageThatBreaksOff_leavesNoTraceInTheFields() {
        Observing observing = new Observing(0);
        observing.see(fields("a", 1L));
        observing.seeBroken(fields("a", 2L, "b", "x"));

        StreamProfile profile = observing.profile();
        assertThat(profile.fields()).extracting(FieldProfile::path).containsExactly("a");
        assertThat(profile.field("a").present()).isEqualTo(1);
        assertThat(profile.isNullable(profile.field("a"))).isFalse();
        assertThat(profile.records()).isEqualTo(2);
        assertThat(profile.unreadable()).isEqualTo(1);
    }

    @Test
    void namesThatLookLikePaths_areQuoted_andWhatNoDatabaseTakesIsReplaced() {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("a.b", 1L);
        message.put("a", Map.of("b", 2L));
        message.put("", 3L);
        message.put("x\u0000\ud800", "\u0000<script>alert(1)</script>'; drop table x; --");
        StreamProfile profile = Observing.of(List.of(message));

        assertThat(profile.fields())
                .extracting(FieldProfile::path)
                .containsExactly("`a.b`", "a", "a.b", "``", "x\ufffd\ufffd");
        assertThat(profile.field("x\ufffd\ufffd").samples())
                .containsExactly("\ufffd<script>alert(1)</script>'; drop table x; --");
    }

    @Test
    void tenThousandNames_areBounded() {
        Map<String, Object> message = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            message.put("key" + i, (long) i);
        }
        StreamProfile profile = Observing.of(List.of(message));

        assertThat(profile.fields()).hasSize(StreamProfile.MOST_FIELDS);
        assertThat(profile.otherFields()).isEqualTo(9_000);
    }

    @Test
    void depthAndLengthAreBounded() {
        Object deep = 1L;
        for (int i = 0; i < 50; i++) {
            deep = Map.of("d", deep);
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("deep", deep);
        message.put("n".repeat(10_000), 1L);
        message.put("long", "y".repeat(10_000));
        List<Object> many = new ArrayList<>();
        for (long i = 0; i < 20_000; i++) {
            many.add(i);
        }
        message.put("many", many);
        StreamProfile profile = Observing.of(List.of(message));

        assertThat(profile.fields()).hasSizeLessThan(20);
        assertThat(profile.field("long").samples().get(0)).hasSize(Samples.LONGEST);
        assertThat(profile.field("many[]").present()).isLessThan(MessageValues.MOST);
        assertThat(profile.otherFields()).isEqualTo(1);
    }

    @Test
    void qualityOfSingleMessages() {
        Observing observing = new Observing(0);
        observing.see(fields("sensor_id", "a"), 0, EventTime.Source.DEVICE);
        observing.see(fields("sensor_id", "a"), 1, EventTime.Source.DEVICE);
        observing.see(fields("sensor_id", "b"), 0, EventTime.Source.DEVICE);
        observing.see(fields("sensor_id", "a"), 0, EventTime.Source.DEVICE);
        observing.see(fields("sensor_id", "a"), 1_000, EventTime.Source.DEVICE);
        observing.see(fields("sensor_id", "a"), 5, EventTime.Source.MISSING);
        observing.see(fields("sensor_id", "a"), 6, EventTime.Source.UNPARSABLE);
        QualityCounts quality = observing.quality();

        assertThat(quality.get(QualityFigure.RECORDS)).isEqualTo(7);
        assertThat(quality.get(QualityFigure.ORDER_CHECKED)).isEqualTo(3);
        assertThat(quality.get(QualityFigure.OUT_OF_ORDER)).isEqualTo(1);
        assertThat(quality.get(QualityFigure.FUTURE_TIMES)).isEqualTo(1);
        assertThat(quality.get(QualityFigure.MISSING_TIMES)).isEqualTo(1);
        assertThat(quality.get(QualityFigure.UNPARSABLE_TIMES)).isEqualTo(1);
        assertThat(quality.lateness().count()).isEqualTo(5);
    }

    @Test
    void messagesThatComeAgain_areRecognisedAcrossObservers() {
        Observing first = new Observing(0);
        first.see(fields("a", 1L)).see(fields("a", 2L));
        Observing again = new Observing(first.memory(), 0);
        again.see(fields("a", 1L)).see(fields("a", 2L)).see(fields("a", 3L));

        assertThat(first.quality().get(QualityFigure.DUPLICATES)).isZero();
        assertThat(again.quality().get(QualityFigure.DUPLICATES)).isEqualTo(2);
    }

    static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }
}
