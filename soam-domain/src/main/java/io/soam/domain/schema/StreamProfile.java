package io.soam.domain.schema;

import io.soam.domain.time.EventTime;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of a stream: how many messages, from when to when, and their fields. */
public final class StreamProfile {

    /** Further fields are only counted: names that are made up by the sender have no end. */
    public static final int MOST_FIELDS = 1_000;

    private static final byte VERSION = 1;

    private final Map<String, FieldProfile> fields = new LinkedHashMap<>();
    private final Distinct sensors;
    private long records;
    private long unreadable;
    private long bytes;
    private long otherFields;
    private long firstSeen = Long.MAX_VALUE;
    private long lastSeen = Long.MIN_VALUE;
    private long firstEvent = Long.MAX_VALUE;
    private long lastEvent = Long.MIN_VALUE;
    private String lastMessageId = "";
    private ObservedMessage last;

    /** Nothing is known yet. */
    public StreamProfile(Distinct sensors) {
        this.sensors = sensors;
    }

    void add(ObservedMessage message) {
        records++;
        bytes += message.bytes();
        firstSeen = Math.min(firstSeen, message.receivedAt());
        if (message.receivedAt() >= lastSeen) {
            lastSeen = message.receivedAt();
            last = message;
        }
        if (message.timeSource() == EventTime.Source.DEVICE) {
            firstEvent = Math.min(firstEvent, message.eventTime());
            lastEvent = Math.max(lastEvent, message.eventTime());
        }
    }

    void addUnreadable(ObservedMessage message) {
        add(message);
        unreadable++;
    }

    void addOtherFields(long count) {
        otherFields += count;
    }

    void takeFields(List<FieldProfile> observed) {
        observed.forEach(field -> fields.put(field.path(), field));
        if (last != null) {
            lastMessageId = last.messageId().get();
        }
    }

    /**
     * Adds what others have observed. Fields beyond {@link #MOST_FIELDS} are counted as other ones.
     */
    void merge(StreamProfile other) {
        if (other.lastSeen >= lastSeen) {
            lastMessageId = other.lastMessageId;
        }
        records += other.records;
        unreadable += other.unreadable;
        bytes += other.bytes;
        otherFields += other.otherFields;
        firstSeen = Math.min(firstSeen, other.firstSeen);
        lastSeen = Math.max(lastSeen, other.lastSeen);
        firstEvent = Math.min(firstEvent, other.firstEvent);
        lastEvent = Math.max(lastEvent, other.lastEvent);
        sensors.merge(other.sensors);
        other.fields.values().forEach(this::merge);
    }

    private void merge(FieldProfile field) {
        FieldProfile known = fields.get(field.path());
        if (known != null) {
            known.merge(field);
        } else if (fields.size() < MOST_FIELDS) {
            field.settle();
            fields.put(field.path(), field);
        } else {
            otherFields += field.present();
        }
    }

    /** Messages. */
    public long records() {
        return records;
    }

    /** Messages whose payload cannot be read. */
    public long unreadable() {
        return unreadable;
    }

    /** Size of all payloads. */
    public long bytes() {
        return bytes;
    }

    /** How often there was a field for which there was no room, or whose name is too long. */
    public long otherFields() {
        return otherFields;
    }

    /** Reception of the first message, in microseconds since 1970. */
    public long firstSeen() {
        return firstSeen;
    }

    /** Reception of the last message, in microseconds since 1970. */
    public long lastSeen() {
        return lastSeen;
    }

    /** The earliest time a device gave, in microseconds since 1970; null if none gave one. */
    public Long firstEvent() {
        return firstEvent > lastEvent ? null : (Long) firstEvent;
    }

    /** The latest time a device gave, in microseconds since 1970; null if none gave one. */
    public Long lastEvent() {
        return firstEvent > lastEvent ? null : (Long) lastEvent;
    }

    /** Id of the message that was received last. */
    public String lastMessageId() {
        return lastMessageId;
    }

    /** The sensors that have sent. */
    public Distinct sensors() {
        return sensors;
    }

    /** The fields, in the order in which they were first seen. */
    public Collection<FieldProfile> fields() {
        return Collections.unmodifiableCollection(fields.values());
    }

    /** A field by its path; null if there is none. */
    public FieldProfile field(String path) {
        return fields.get(path);
    }

    /** How often a field could have been there: the objects that it would be in. */
    public long occasions(FieldProfile field) {
        if (field.isElement()) {
            return field.present();
        }
        return Math.max(field.present(), objects(field.parent()));
    }

    /** How often a field was not there at all. */
    public long absent(FieldProfile field) {
        return occasions(field) - field.present();
    }

    /** Whether a field has been absent or null. */
    public boolean isNullable(FieldProfile field) {
        return field.count(FieldType.NULL) > 0 || absent(field) > 0;
    }

    /** How many objects there were at a path. */
    long objects(String path) {
        if (path.isEmpty()) {
            return records - unreadable;
        }
        FieldProfile container = fields.get(path);
        return container == null ? 0 : container.count(FieldType.OBJECT);
    }

    /** Writes it in a form of our own, for {@link #read}. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        for (long figure :
                new long[] {
                    records,
                    unreadable,
                    bytes,
                    otherFields,
                    firstSeen,
                    lastSeen,
                    firstEvent,
                    lastEvent
                }) {
            out.writeLong(figure);
        }
        out.writeUTF(lastMessageId);
        byte[] sketch = sensors.toBytes();
        out.writeShort(sketch.length);
        out.write(sketch);
        out.writeShort(fields.size());
        for (FieldProfile field : fields.values()) {
            field.write(out);
        }
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IOException if it is something else
     */
    public static StreamProfile read(DataInput in, Distincts distincts) throws IOException {
        byte version = in.readByte();
        if (version != VERSION) {
            throw new IOException("Not a stream profile of version " + VERSION + ": " + version);
        }
        long[] figures = new long[8];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = in.readLong();
        }
        String lastMessageId = in.readUTF();
        byte[] sketch = new byte[in.readUnsignedShort()];
        in.readFully(sketch);
        StreamProfile profile = new StreamProfile(distincts.read(sketch));
        profile.records = figures[0];
        profile.unreadable = figures[1];
        profile.bytes = figures[2];
        profile.otherFields = figures[3];
        profile.firstSeen = figures[4];
        profile.lastSeen = figures[5];
        profile.firstEvent = figures[6];
        profile.lastEvent = figures[7];
        profile.lastMessageId = lastMessageId;
        int size = in.readUnsignedShort();
        for (int i = 0; i < size; i++) {
            FieldProfile field = FieldProfile.read(in, distincts);
            profile.fields.put(field.path(), field);
        }
        return profile;
    }

    /** The fields as a tree would show them: what is in an object or array follows it. */
    public List<FieldProfile> fieldsAsTree() {
        Map<String, List<FieldProfile>> byParent = new LinkedHashMap<>();
        for (FieldProfile field : fields.values()) {
            byParent.computeIfAbsent(field.parent(), parent -> new ArrayList<>()).add(field);
        }
        List<FieldProfile> tree = new ArrayList<>(fields.size());
        addChildren("", byParent, tree);
        return tree;
    }

    private static void addChildren(
            String parent, Map<String, List<FieldProfile>> byParent, List<FieldProfile> tree) {
        for (FieldProfile field : byParent.getOrDefault(parent, List.of())) {
            tree.add(field);
            addChildren(field.path(), byParent, tree);
        }
    }
}
