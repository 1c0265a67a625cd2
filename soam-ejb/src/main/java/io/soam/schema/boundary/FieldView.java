package io.soam.schema.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is known of one field.
 *
 * @param name its path: {@code a.b} in an object, {@code a[]} for what is in an array
 * @param parent path of the object or array it is in; empty for the message itself
 * @param type the type that holds all its values
 * @param types how often a value had a type, in the order of the types
 * @param nullable whether it has been null or absent
 * @param presentCount how often it was there, be it as null
 * @param nullCount how often it was null
 * @param absentCount how often the object it belongs to came without it
 * @param completeness share of the objects in which it has a value
 * @param min smallest number, or earliest time; null if it has neither
 * @param max greatest number, or latest time; null if it has neither
 * @param epochUnit {@code seconds}, {@code milliseconds}, {@code microseconds} or {@code
 *     nanoseconds} if it is a number whose name and size say that it is a time; else null
 * @param sampleValues at most five different values as texts
 * @param distinctCount how many different values there were
 * @param distinctExact whether that is exact; else it is within about five per cent
 * @param vanished whether it has been missing for much longer than usual
 * @param firstSeen reception of the first message that had it
 * @param lastSeen reception of the last message that had it
 */
public record FieldView(
        String name,
        String parent,
        String type,
        Map<String, Long> types,
        boolean nullable,
        long presentCount,
        long nullCount,
        long absentCount,
        double completeness,
        Object min,
        Object max,
        String epochUnit,
        List<String> sampleValues,
        long distinctCount,
        boolean distinctExact,
        boolean vanished,
        Instant firstSeen,
        Instant lastSeen) {

    public FieldView {
        types = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(types));
        sampleValues = List.copyOf(sampleValues);
    }
}
