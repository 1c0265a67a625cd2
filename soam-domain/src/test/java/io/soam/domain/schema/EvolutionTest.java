package io.soam.domain.schema;

import static io.soam.domain.schema.StreamObserverTest.fields;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EvolutionTest {

    private StreamProfile known = new StreamProfile(new ExactDistincts().ofSensors());
    private final QualityCounts quality = new QualityCounts();
    private long number;

    private List<FieldChange> see(List<Map<String, ?>> messages) {
        Observing observing = new Observing(number);
        messages.forEach(observing::see);
        number += messages.size();
        QualityCounts counts = observing.quality();
        List<FieldChange> changes = Evolution.merge(known, observing.profile(), counts);
        quality.merge(counts);
        return changes;
    }

    private List<FieldChange> see(int times, Map<String, ?> message) {
        List<Map<String, ?>> messages = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            messages.add(message);
        }
        return see(messages);
    }

    @Test
    void newFieldsAndChangedTypes_areToldOnceWithTheirEvidence() {
        assertThat(see(1, fields("a", 1L)))
                .singleElement()
                .isEqualTo(
                        new FieldChange(
                                FieldChange.Kind.FIELD_ADDED,
                                "a",
                                null,
                                FieldType.INTEGER,
                                Observing.NOON + 1_000_000,
                                "id1",
                                "1"));
        assertThat(see(3, fields("a", 1L))).isEmpty();
        List<FieldChange> changes = see(1, fields("a", "x", "b", true));

        assertThat(changes)
                .extracting(FieldChange::kind)
                .containsExactly(FieldChange.Kind.TYPE_CHANGED, FieldChange.Kind.FIELD_ADDED);
        assertThat(changes.get(0).from()).isEqualTo(FieldType.INTEGER);
        assertThat(changes.get(0).to()).isEqualTo(FieldType.STRING);
        assertThat(changes.get(0).example()).isEqualTo("x");
        assertThat(changes.get(0).messageId()).isEqualTo("id5");
    }

    @Test
    void alternatingTypes_areOneChangeAndThenConflicts() {
        see(20, fields("a", 1L));
        int changes = 0;
        for (int i = 0; i < 50; i++) {
            changes += see(1, fields("a", i % 5 == 0 ? "x" : (Object) 1L)).size();
        }

        assertThat(changes).isEqualTo(1);
        assertThat(quality.get(QualityFigure.TYPE_CONFLICTS)).isEqualTo(10);
    }

    @Test
    void aFieldThatVanishes_isToldOnce_andAgainWhenItIsBack() {
        see(100, fields("a", 1L, "b", fields("c", 1L)));
        assertThat(see(40, fields("a", 1L))).isEmpty();
        List<FieldChange> vanished = see(40, fields("a", 1L));
        assertThat(vanished).extracting(FieldChange::path).containsExactly("b");
        assertThat(vanished.get(0).kind()).isEqualTo(FieldChange.Kind.FIELD_VANISHED);
        assertThat(known.field("b").isVanished()).isTrue();
        assertThat(see(500, fields("a", 1L))).isEmpty();

        List<FieldChange> back = see(1, fields("a", 1L, "b", fields("c", 1L)));
        assertThat(back)
                .extracting(FieldChange::kind)
                .containsExactly(FieldChange.Kind.FIELD_REAPPEARED);
        assertThat(see(60, fields("a", 1L))).isEmpty();
    }

    @Test
    void aRareField_doesNotVanishByBeingRare() {
        for (int i = 0; i < 20; i++) {
            see(40, fields("a", 1L));
            assertThat(see(1, fields("a", 1L, "rare", 1L)))
                    .extracting(FieldChange::kind)
                    .doesNotContain(
                            FieldChange.Kind.FIELD_VANISHED, FieldChange.Kind.FIELD_REAPPEARED);
        }
    }

    @Test
    void completenessCountsValuesThatAreMissing() {
        see(10, fields("a", 1L, "b", 1L));
        see(10, fields("a", 1L, "b", null));

        assertThat(quality.get(QualityFigure.EXPECTED_VALUES)).isEqualTo(40);
        assertThat(quality.get(QualityFigure.PRESENT_VALUES)).isEqualTo(30);
        assertThat(quality.completeness()).hasValue(0.75);
    }

    @Test
    void fieldsBeyondTheBound_areCountedAsOthers() {
        for (int part = 0; part < 3; part++) {
            Map<String, Object> message = fields();
            for (int i = 0; i < 600; i++) {
                message.put("k" + part + "_" + i, 1L);
            }
            see(1, message);
        }

        assertThat(known.fields()).hasSize(StreamProfile.MOST_FIELDS);
        assertThat(known.otherFields()).isEqualTo(800);
    }

    @Property(tries = 200)
    void mergedInAnyOrderAndCutAnywhere_theProfileIsTheSame(
            @ForAll("messages") List<Map<String, ?>> messages, @ForAll @IntRange(max = 30) int cut)
            throws IOException {
        int at = Math.min(cut, messages.size());
        Observing whole = new Observing(0);
        messages.forEach(whole::see);
        Observing first = new Observing(0);
        messages.subList(0, at).forEach(first::see);
        Observing second = new Observing(at);
        messages.subList(at, messages.size()).forEach(second::see);

        List<StreamProfile> backwards = List.of(stored(second), stored(first));
        String expected = text(merged(List.of(whole.profile())));
        assertThat(text(merged(List.of(first.profile(), second.profile())))).isEqualTo(expected);
        assertThat(text(merged(backwards))).isEqualTo(expected);
    }

    private static StreamProfile stored(Observing observing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        observing.profile().write(new DataOutputStream(bytes));
        return StreamProfile.read(
                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
                new ExactDistincts());
    }

    private static StreamProfile merged(List<StreamProfile> parts) {
        StreamProfile all = new StreamProfile(new ExactDistincts().ofSensors());
        parts.forEach(part -> Evolution.merge(all, part, new QualityCounts()));
        return all;
    }

    /** All that must not depend on order; samples and the order of fields may. */
    private static String text(StreamProfile profile) {
        List<String> fields = new ArrayList<>();
        for (FieldProfile field : profile.fields()) {
            fields.add(
                    "%s %s %s %s %s %s %s %s %s"
                            .formatted(
                                    field.path(),
                                    field.type(),
                                    field.types(),
                                    field.present(),
                                    profile.absent(field),
                                    field.min(),
                                    field.max(),
                                    field.distinct().estimate(),
                                    field.lastSeen() - field.firstSeen()));
        }
        fields.sort(null);
        return profile.records() + " " + profile.sensors().estimate() + " " + fields;
    }

    @Provide
    static Arbitrary<List<Map<String, ?>>> messages() {
        Arbitrary<Object> values =
                Arbitraries.of(
                        1L,
                        -3L,
                        2.5,
                        true,
                        "x",
                        "2026-11-24T10:00:00Z",
                        "0b2f42e3-0000-4000-8000-00000000000a",
                        List.of(1L, "y"),
                        Map.of("n", 1L));
        Arbitrary<Map<String, ?>> message =
                Arbitraries.maps(Arbitraries.of("a", "b", "c", "sensor_id"), values)
                        .map(fields -> fields);
        return message.list().ofMaxSize(30);
    }
}
