package io.soam.domain.schema;

import io.soam.domain.enrichment.PayloadReader;
import io.soam.domain.time.EpochMicros;
import io.soam.domain.time.EventTime;
import io.soam.domain.time.EventTimeParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the profile of a stream from its messages. For each message: {@link #begin}, its values in
 * their order, then {@link #end} or, if it cannot be read after all, {@link #unreadable}.
 *
 * <p>It is bounded: by {@link StreamProfile#MOST_FIELDS} fields, {@link #DEEPEST} levels and {@link
 * MessageValues#MOST} values of a message. What is beyond is not looked at.
 */
public final class StreamObserver {

    /** Objects and arrays deeper than this are not looked into. */
    static final int DEEPEST = 12;

    private static final long AHEAD_MICROS = 60_000_000;

    private final Distincts distincts;
    private final ObserverMemory memory;
    private final long stream;
    private final FieldNode root = FieldNode.root();
    private final StreamProfile profile;
    private final QualityCounts quality = new QualityCounts();
    private final MessageValues values;
    private final FieldNode[] containers = new FieldNode[DEEPEST + 1];
    private final boolean[] arrays = new boolean[DEEPEST + 1];
    private int depth;
    private FieldNode pending;
    private long sensor;
    private int fieldCount;
    private long otherFields;

    /**
     * @param ingestionId the stream
     * @param memory what is remembered of earlier messages, shared with other streams; only one
     *     observer may be at work with it at a time
     */
    public StreamObserver(String ingestionId, Distincts distincts, ObserverMemory memory) {
        this.distincts = distincts;
        this.memory = memory;
        this.values = memory.values();
        this.stream = Hashes.of(ingestionId);
        this.profile = new StreamProfile(distincts.ofSensors());
    }

    /** A message begins. */
    public void begin() {
        values.clear();
        depth = 0;
        pending = null;
        sensor = 0;
        otherFields = 0;
    }

    /**
     * An object begins.
     *
     * @return whether to tell what is in it; if not, not its end either
     */
    public boolean startObject() {
        if (depth == 0) {
            root.rewind();
            containers[++depth] = root;
            arrays[depth] = false;
            return true;
        }
        FieldNode node = start(FieldType.OBJECT, false);
        if (node == null) {
            return false;
        }
        node.rewind();
        return true;
    }

    /**
     * An array begins, which must not be the message itself.
     *
     * @return whether to tell what is in it; if not, not its end either
     */
    public boolean startArray() {
        return start(FieldType.ARRAY, true) != null;
    }

    /** The object or array ends. */
    public void endContainer() {
        depth--;
    }

    /**
     * The next value is a field's.
     *
     * @return whether to tell the value
     */
    public boolean field(String name) {
        pending = child(containers[depth], name);
        return pending != null;
    }

    public void ofNull() {
        FieldNode node = target();
        if (node != null) {
            keep(node, FieldType.NULL, 0, 0, null);
        }
    }

    public void of(boolean value) {
        FieldNode node = target();
        if (node != null) {
            long hash = value ? 1 : 2;
            String sample = node.profile().wantsSample(hash) ? Boolean.toString(value) : null;
            keep(node, FieldType.BOOLEAN, 0, hash, sample);
        }
    }

    public void of(long value) {
        FieldNode node = target();
        if (node != null) {
            long hash = Hashes.of(value);
            String sample = node.profile().wantsSample(hash) ? Long.toString(value) : null;
            keep(node, FieldType.INTEGER, value, hash, sample);
        }
    }

    public void of(double value) {
        FieldNode node = target();
        if (node != null) {
            long hash = Hashes.of(value);
            String sample = node.profile().wantsSample(hash) ? Double.toString(value) : null;
            keep(node, FieldType.DOUBLE, Double.doubleToRawLongBits(value), hash, sample);
        }
    }

    /** A whole number of more digits than a long has. */
    public void ofGreatInteger(String digits) {
        FieldNode node = target();
        if (node != null) {
            char[] text = digits.toCharArray();
            long hash = Hashes.of(text, 0, text.length);
            String sample = Samples.cut(text, 0, text.length);
            keep(
                    node,
                    FieldType.DOUBLE,
                    Double.doubleToRawLongBits(Double.parseDouble(digits)),
                    hash,
                    sample);
        }
    }

    /** A text, whose characters are not kept. */
    public void of(char[] text, int from, int length) {
        FieldNode node = target();
        if (node == null) {
            return;
        }
        long hash = Hashes.of(text, from, length);
        String sample = node.profile().wantsSample(hash) ? Samples.cut(text, from, length) : null;
        if (TextType.mayBeTime(text, from, length)) {
            EventTime time = EventTimeParser.parse(new String(text, from, length), Instant.EPOCH);
            if (time.source() == EventTime.Source.DEVICE) {
                keep(node, FieldType.TIMESTAMP, EpochMicros.of(time.at()), hash, sample);
                return;
            }
        }
        boolean uuid = TextType.isUuid(text, from, length);
        keep(node, uuid ? FieldType.UUID : FieldType.STRING, 0, hash, sample);
    }

    /** The message was read to its end. */
    public void end(ObservedMessage message) {
        values.apply(message);
        profile.addOtherFields(otherFields);
        profile.add(message);
        if (sensor != 0) {
            profile.sensors().add(sensor);
        }
        judge(message);
    }

    /** The message cannot be read; what was told of its values is forgotten. */
    public void unreadable(ObservedMessage message) {
        profile.addUnreadable(message);
        quality.add(QualityFigure.UNREADABLE, 1);
        sensor = 0;
        judge(message);
    }

    /** What was observed. */
    public StreamProfile profile() {
        List<FieldProfile> fields = new ArrayList<>();
        root.collect(fields);
        profile.takeFields(fields);
        return profile;
    }

    /** How good it was, as far as one message tells. */
    public QualityCounts quality() {
        return quality;
    }

    private void judge(ObservedMessage message) {
        quality.add(QualityFigure.RECORDS, 1);
        if (memory.recent().seen(message.identity())) {
            quality.add(QualityFigure.DUPLICATES, 1);
        }
        switch (message.timeSource()) {
            case MISSING -> quality.add(QualityFigure.MISSING_TIMES, 1);
            case UNPARSABLE -> quality.add(QualityFigure.UNPARSABLE_TIMES, 1);
            case DEVICE -> judgeTime(message);
        }
    }

    private void judgeTime(ObservedMessage message) {
        long late = message.receivedAt() - message.eventTime();
        quality.lateness().add(late);
        if (late < -AHEAD_MICROS) {
            quality.add(QualityFigure.FUTURE_TIMES, 1);
        }
        SensorClocks.Order order =
                memory.clocks().compare(stream ^ sensor, message.eventTime(), message.receivedAt());
        if (order != SensorClocks.Order.UNKNOWN) {
            quality.add(QualityFigure.ORDER_CHECKED, 1);
        }
        if (order == SensorClocks.Order.BACKWARDS) {
            quality.add(QualityFigure.OUT_OF_ORDER, 1);
        }
    }

    private FieldNode start(FieldType type, boolean array) {
        FieldNode node = target();
        if (node == null) {
            return null;
        }
        values.add(node, type, 0, 0, null);
        if (depth == DEEPEST) {
            return null;
        }
        containers[++depth] = node;
        arrays[depth] = array;
        return node;
    }

    private void keep(FieldNode node, FieldType type, long bits, long hash, String sample) {
        if (node.isSensorId()) {
            sensor = hash;
        }
        values.add(node, type, bits, hash, sample);
    }

    /** The field that the next value is of; null if it is not looked at. */
    private FieldNode target() {
        if (depth == 0) {
            return child(root, PayloadReader.SCALAR_FIELD);
        }
        return arrays[depth] ? elements(containers[depth]) : pending;
    }

    private FieldNode child(FieldNode object, String name) {
        FieldNode known = object.known(name);
        return known != null ? known : added(hasRoom() ? object.add(name, distincts) : null);
    }

    private FieldNode elements(FieldNode array) {
        FieldNode known = array.knownElements();
        return known != null ? known : added(hasRoom() ? array.addElements(distincts) : null);
    }

    private boolean hasRoom() {
        return fieldCount < StreamProfile.MOST_FIELDS;
    }

    private FieldNode added(FieldNode node) {
        if (node == null) {
            otherFields++;
        } else {
            fieldCount++;
        }
        return node;
    }
}
