package io.soam.domain.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * Merges what was observed into what is known and tells what is new about it.
 *
 * <p>A type only ever rises, by {@link FieldType}'s order, so that a field whose values alternate
 * between number and text changes once; the rest is counted as {@link
 * QualityFigure#TYPE_CONFLICTS}.
 */
public final class Evolution {

    private final StreamProfile known;
    private final StreamProfile observed;
    private final List<FieldChange> changes = new ArrayList<>();

    private Evolution(StreamProfile known, StreamProfile observed) {
        this.known = known;
        this.observed = observed;
    }

    /**
     * Merges.
     *
     * @param known is changed
     * @param observed what a {@link StreamObserver} has made; it must not be used afterwards
     * @param quality of what was observed; the figures that need knowledge of the stream are added
     * @return what has changed, in the order of the fields
     */
    public static List<FieldChange> merge(
            StreamProfile known, StreamProfile observed, QualityCounts quality) {
        Evolution evolution = new Evolution(known, observed);
        evolution.compare();
        List<FieldProfile> fields = List.copyOf(observed.fields());
        known.merge(observed);
        evolution.notice(fields, quality);
        return evolution.changes;
    }

    private void compare() {
        int room = StreamProfile.MOST_FIELDS - known.fields().size();
        for (FieldProfile field : observed.fields()) {
            FieldProfile before = known.field(field.path());
            if (before != null) {
                compare(before, field);
            } else if (room-- > 0) {
                changes.add(
                        FieldChange.of(
                                FieldChange.Kind.FIELD_ADDED,
                                field.path(),
                                null,
                                field.type(),
                                earliest(field, field.typeBits())));
            }
        }
    }

    private void compare(FieldProfile before, FieldProfile field) {
        if (before.absence().back()) {
            changes.add(
                    FieldChange.of(
                            FieldChange.Kind.FIELD_REAPPEARED,
                            field.path(),
                            before.type(),
                            before.type(),
                            earliest(field, field.typeBits())));
        }
        FieldType type = FieldType.promoted(before.typeBits() | field.typeBits());
        if (type != before.type()) {
            int fresh = field.typeBits() & ~before.typeBits();
            changes.add(
                    FieldChange.of(
                            FieldChange.Kind.TYPE_CHANGED,
                            field.path(),
                            before.type(),
                            type,
                            earliest(field, fresh)));
        }
    }

    private static Occurrence earliest(FieldProfile field, int typeBits) {
        Occurrence earliest = null;
        for (FieldType type : FieldType.of(typeBits)) {
            Occurrence first = field.first(type);
            if (earliest == null || first.receivedAt() < earliest.receivedAt()) {
                earliest = first;
            }
        }
        return earliest;
    }

    private void notice(List<FieldProfile> fields, QualityCounts quality) {
        for (FieldProfile field : fields) {
            FieldProfile all = known.field(field.path());
            if (all != null) {
                quality.add(QualityFigure.TYPE_CONFLICTS, field.conflictsWith(all));
            }
        }
        for (FieldProfile field : known.fields()) {
            notice(field, quality);
        }
    }

    private void notice(FieldProfile field, QualityCounts quality) {
        FieldProfile seen = observed.field(field.path());
        long objects = seen != null && field.isElement() ? seen.present() : occasions(field);
        if (!field.isVanished()) {
            quality.add(QualityFigure.EXPECTED_VALUES, objects);
            quality.add(
                    QualityFigure.PRESENT_VALUES,
                    seen == null ? 0 : Math.min(objects, seen.values()));
        }
        if (seen == null && objects > 0) {
            miss(field, objects);
        }
    }

    private long occasions(FieldProfile field) {
        return field.isElement() ? 0 : observed.objects(field.parent());
    }

    private void miss(FieldProfile field, long times) {
        long usualGap = Math.max(1, known.occasions(field) / Math.max(1, field.present()));
        long since = observed.lastSeen() - field.lastSeen();
        if (field.absence().missing(times, usualGap, since)) {
            changes.add(
                    new FieldChange(
                            FieldChange.Kind.FIELD_VANISHED,
                            field.path(),
                            field.type(),
                            null,
                            observed.lastSeen(),
                            observed.lastMessageId(),
                            null));
        }
    }
}
