package io.soam.domain.schema;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is known of one field of a stream. */
public final class FieldProfile {

    private final String path;
    private final String parent;
    private final long[] counts;
    private final ValueRange range;
    private final Samples samples;
    private final Distinct distinct;
    private final Map<FieldType, Occurrence> first = new EnumMap<>(FieldType.class);
    private final Absence absence;
    private long firstSeen;
    private long lastSeen;

    FieldProfile(String path, String parent, Distinct distinct) {
        this(
                path,
                parent,
                new long[FieldType.COUNT],
                new ValueRange(),
                new Samples(),
                distinct,
                new Absence());
        firstSeen = Long.MAX_VALUE;
        lastSeen = Long.MIN_VALUE;
    }

    private FieldProfile(
            String path,
            String parent,
            long[] counts,
            ValueRange range,
            Samples samples,
            Distinct distinct,
            Absence absence) {
        this.path = path;
        this.parent = parent;
        this.counts = counts;
        this.range = range;
        this.samples = samples;
        this.distinct = distinct;
        this.absence = absence;
    }

    boolean wantsSample(long hash) {
        return samples.want(hash);
    }

    void add(FieldType type, long bits, long hash, String sample, ObservedMessage message) {
        if (counts[type.position()]++ == 0) {
            first.put(
                    type, new Occurrence(message.messageId().get(), message.receivedAt(), sample));
        }
        firstSeen = Math.min(firstSeen, message.receivedAt());
        lastSeen = Math.max(lastSeen, message.receivedAt());
        switch (type) {
            case INTEGER -> range.addLong(bits);
            case DOUBLE -> range.addDouble(Double.longBitsToDouble(bits));
            case TIMESTAMP -> range.addTime(bits);
            case NULL, ARRAY, OBJECT -> {
                return;
            }
            default -> {
                // Texts and booleans have no range.
            }
        }
        distinct.add(hash);
        if (sample != null) {
            samples.add(hash, sample);
        }
    }

    void merge(FieldProfile other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        range.merge(other.range);
        samples.merge(other.samples);
        distinct.merge(other.distinct);
        firstSeen = Math.min(firstSeen, other.firstSeen);
        lastSeen = Math.max(lastSeen, other.lastSeen);
    }

    /**
     * Its name, nested: {@code a.b} for a field of an object, {@code a[]} for what is in a list.
     */
    public String path() {
        return path;
    }

    /** The path of the object or array it is in; empty for the message itself. */
    public String parent() {
        return parent;
    }

    /** Whether it stands for the elements of an array, of which none can be absent. */
    boolean isElement() {
        return path.endsWith("[]") && path.length() == parent.length() + 2;
    }

    public FieldType type() {
        return FieldType.promoted(typeBits());
    }

    int typeBits() {
        int bits = 0;
        for (int i = 0; i < counts.length; i++) {
            bits |= counts[i] == 0 ? 0 : 1 << i;
        }
        return bits;
    }

    /** How often a value had a type. */
    public long count(FieldType type) {
        return counts[type.position()];
    }

    /** The types its values had. */
    public List<FieldType> types() {
        return FieldType.of(typeBits());
    }

    /** How often it was there, be it as null. */
    public long present() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** How often it was there with a value. */
    public long values() {
        return present() - count(FieldType.NULL);
    }

    /** Values that are not of the family that most values of {@code known} are of. */
    long conflictsWith(FieldProfile known) {
        Map<FieldType.Family, Long> families = known.families();
        return families().entrySet().stream()
                .filter(own -> !own.getKey().equals(greatest(families)))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<FieldType.Family, Long> families() {
        Map<FieldType.Family, Long> families = new EnumMap<>(FieldType.Family.class);
        for (FieldType type : FieldType.of(typeBits() & ~FieldType.NULL.bit())) {
            families.merge(type.family(), count(type), Long::sum);
        }
        return families;
    }

    private static FieldType.Family greatest(Map<FieldType.Family, Long> families) {
        return Collections.max(families.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** The smallest number; null without numbers. */
    public Number min() {
        return range.min();
    }

    /** The greatest number; null without numbers. */
    public Number max() {
        return range.max();
    }

    /** The earliest time in microseconds since 1970; null without times. */
    public Long earliest() {
        return range.earliest();
    }

    /** The latest time in microseconds since 1970; null without times. */
    public Long latest() {
        return range.latest();
    }

    /** At most five different values, as texts. */
    public List<String> samples() {
        return samples.texts();
    }

    public Distinct distinct() {
        return distinct;
    }

    /** Reception of the first message that had it, in microseconds since 1970. */
    public long firstSeen() {
        return firstSeen;
    }

    /** Reception of the last message that had it, in microseconds since 1970. */
    public long lastSeen() {
        return lastSeen;
    }

    /** Whether it has gone missing while the stream goes on. */
    public boolean isVanished() {
        return absence.isVanished();
    }

    Absence absence() {
        return absence;
    }

    /** The first value of a type among the messages observed, not among those merged in. */
    Occurrence first(FieldType type) {
        return first.get(type);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(path);
        out.writeUTF(parent);
        int bits = typeBits();
        out.writeShort(bits);
        for (FieldType type : FieldType.of(bits)) {
            out.writeLong(count(type));
        }
        range.write(out);
        samples.write(out);
        byte[] sketch = distinct.toBytes();
        out.writeShort(sketch.length);
        out.write(sketch);
        absence.write(out);
        out.writeLong(firstSeen);
        out.writeLong(lastSeen);
        out.writeByte(first.size());
        for (Map.Entry<FieldType, Occurrence> entry : first.entrySet()) {
            Occurrence occurrence = entry.getValue();
            out.writeByte(entry.getKey().position());
            out.writeUTF(occurrence.messageId());
            out.writeLong(occurrence.receivedAt());
            out.writeBoolean(occurrence.sample() != null);
            out.writeUTF(occurrence.sample() == null ? "" : occurrence.sample());
        }
    }

    static FieldProfile read(DataInput in, Distincts distincts) throws IOException {
        String path = in.readUTF();
        String parent = in.readUTF();
        long[] counts = new long[FieldType.COUNT];
        for (FieldType type : FieldType.of(in.readUnsignedShort())) {
            counts[type.position()] = in.readLong();
        }
        ValueRange range = ValueRange.read(in);
        Samples samples = Samples.read(in);
        byte[] sketch = new byte[in.readUnsignedShort()];
        in.readFully(sketch);
        FieldProfile field =
                new FieldProfile(
                        path,
                        parent,
                        counts,
                        range,
                        samples,
                        distincts.read(sketch),
                        Absence.read(in));
        field.firstSeen = in.readLong();
        field.lastSeen = in.readLong();
        int occurrences = in.readUnsignedByte();
        for (int i = 0; i < occurrences; i++) {
            FieldType type = FieldType.at(in.readUnsignedByte());
            String messageId = in.readUTF();
            long receivedAt = in.readLong();
            boolean sampled = in.readBoolean();
            String sample = in.readUTF();
            field.first.put(type, new Occurrence(messageId, receivedAt, sampled ? sample : null));
        }
        return field;
    }

    /** Forgets what only matters until it is merged. */
    void settle() {
        first.clear();
    }
}
