package io.soam.ingestion.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all messages of one stream have in common; encoded once, repeated in each record.
 *
 * @param ingestionId the stream
 * @param sourceType the connector's type name
 * @param metadata topic, quality of service and whatever else the connector knows
 */
public record StreamHeader(String ingestionId, String sourceType, Map<String, String> metadata) {

    public StreamHeader {
        metadata = Map.copyOf(metadata);
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(ingestionId);
            out.writeUTF(sourceType);
            out.writeShort(metadata.size());
            for (Map.Entry<String, String> entry : metadata.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeUTF(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A byte array cannot fail", e);
        }
        return bytes.toByteArray();
    }

    static StreamHeader decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String ingestionId = in.readUTF();
            String sourceType = in.readUTF();
            int size = in.readUnsignedShort();
            Map<String, String> metadata = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                String key = in.readUTF();
                metadata.put(key, in.readUTF());
            }
            return new StreamHeader(ingestionId, sourceType, metadata);
        } catch (IOException e) {
            throw new UncheckedIOException("The header of a spool record is damaged", e);
        }
    }
}
