package io.soam.schema.control;

import io.soam.domain.schema.QualityCounts;
import io.soam.domain.schema.StreamProfile;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found in the messages of one stream, of one segment and one hour of reception.
 *
 * @param ingestionId the stream
 * @param topic the topic, resource or address it comes by
 * @param sourceType the connector's type
 * @param sourceId ingestion id of the data source
 * @param hour number of the hour of reception since 1970
 * @param objects the bronze objects that hold the messages
 * @param profile its fields
 * @param quality how good it was
 */
record StreamObservation(
        String ingestionId,
        String topic,
        String sourceType,
        String sourceId,
        long hour,
        List<Place> objects,
        StreamProfile profile,
        QualityCounts quality) {

    /**
     * A bronze object, with the times of reception of its messages in microseconds since 1970.
     *
     * @param key in the bucket
     * @param from of its oldest message
     * @param to of its newest message
     */
    record Place(String key, long from, long to) {}

    /** The object that holds the message received at a time; null if none does. */
    String objectOf(long receivedAt) {
        return objects.stream()
                .filter(object -> object.from() <= receivedAt && receivedAt <= object.to())
                .map(Place::key)
                .findFirst()
                .orElse(null);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(ingestionId);
        out.writeUTF(topic);
        out.writeUTF(sourceType);
        out.writeUTF(sourceId);
        out.writeLong(hour);
        out.writeShort(objects.size());
        for (Place object : objects) {
            out.writeUTF(object.key());
            out.writeLong(object.from());
            out.writeLong(object.to());
        }
        profile.write(out);
        quality.write(out);
    }

    static StreamObservation read(DataInput in) throws IOException {
        String ingestionId = in.readUTF();
        String topic = in.readUTF();
        String sourceType = in.readUTF();
        String sourceId = in.readUTF();
        long hour = in.readLong();
        int size = in.readUnsignedShort();
        List<Place> objects = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            objects.add(new Place(in.readUTF(), in.readLong(), in.readLong()));
        }
        return new StreamObservation(
                ingestionId,
                topic,
                sourceType,
                sourceId,
                hour,
                objects,
                StreamProfile.read(in, DistinctSketch.ALL),
                QualityCounts.read(in));
    }
}
