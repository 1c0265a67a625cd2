package io.soam.schema.control;

import io.soam.domain.schema.FieldProfile;
import io.soam.domain.schema.FieldType;
import io.soam.domain.schema.StreamProfile;
import io.soam.domain.time.EpochMicros;
import io.soam.schema.boundary.FieldView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Fields as portal and API see them. Every sample of a value that anybody sees goes through here.
 */
final class FieldViews {

    private static final Pattern WORDS_OF_TIME =
            Pattern.compile("time|date|epoch|(^|[_.])(ts|at)$");

    private static final double LEAST_SECONDS = 1e8;
    private static final double MILLIS = 1e11;
    private static final double MICROS = 1e14;
    private static final double NANOS = 1e17;
    private static final double TOO_MUCH = 1e19;

    private FieldViews() {}

    /** All fields of a stream, what is in an object or array behind it. */
    static List<FieldView> of(StreamProfile profile) {
        return profile.fieldsAsTree().stream().map(field -> view(profile, field)).toList();
    }

    private static FieldView view(StreamProfile profile, FieldProfile field) {
        Map<String, Long> types = new LinkedHashMap<>();
        field.types().forEach(type -> types.put(type.code(), field.count(type)));
        boolean times = field.type() == FieldType.TIMESTAMP;
        return new FieldView(
                field.path(),
                field.parent(),
                field.type().code(),
                types,
                profile.isNullable(field),
                field.present(),
                field.count(FieldType.NULL),
                profile.absent(field),
                (double) field.values() / profile.occasions(field),
                times ? EpochMicros.instant(field.earliest()) : field.min(),
                times ? EpochMicros.instant(field.latest()) : field.max(),
                epochUnit(field),
                field.samples(),
                Math.min(field.distinct().estimate(), field.values()),
                field.distinct().isExact(),
                field.isVanished(),
                EpochMicros.instant(field.firstSeen()),
                EpochMicros.instant(field.lastSeen()));
    }

    /** The unit of a number that is called a time and has the size of one. */
    private static String epochUnit(FieldProfile field) {
        boolean number = field.type() == FieldType.INTEGER || field.type() == FieldType.DOUBLE;
        if (!number || !WORDS_OF_TIME.matcher(words(field)).find() || field.min() == null) {
            return null;
        }
        double min = field.min().doubleValue();
        if (min < LEAST_SECONDS || min >= TOO_MUCH) {
            return null;
        }
        return min < MILLIS
                ? "seconds"
                : min < MICROS ? "milliseconds" : min < NANOS ? "microseconds" : "nanoseconds";
    }

    /** The name with {@code createdAt} as {@code created_at}. */
    private static String words(FieldProfile field) {
        return field.path().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
