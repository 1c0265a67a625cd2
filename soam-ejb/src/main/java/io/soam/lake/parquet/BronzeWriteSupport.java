package io.soam.lake.parquet;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes the columns of one row after the other. */
final class BronzeWriteSupport extends WriteSupport<BronzeRow> {

    /** Texts that repeat from row to row, encoded once; an object has few of them. */
    private final Map<String, Binary> repeated = new HashMap<>();

    private RecordConsumer consumer;

    /** Never called, because the writer is given a plain configuration; but it is abstract. */
    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
        return new WriteContext(BronzeParquet.SCHEMA, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(BronzeParquet.SCHEMA, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(BronzeRow row) {
        consumer.startMessage();
        text("message_id", 0, Binary.fromString(row.messageId()));
        text("ingestion_id", 1, binary(row.ingestionId()));
        text("source_type", 2, binary(row.sourceType()));
        metadata(row.metadata());
        number("event_time", 4, row.eventTimeMicros());
        number("received_at", 5, row.receivedAtMicros());
        text("payload", 6, Binary.fromConstantByteArray(row.payload()));
        consumer.endMessage();
    }

    private void metadata(Map<String, String> metadata) {
        consumer.startField("metadata", 3);
        consumer.startGroup();
        if (!metadata.isEmpty()) {
            consumer.startField("key_value", 0);
            metadata.forEach(
                    (key, value) -> {
                        consumer.startGroup();
                        text("key", 0, binary(key));
                        text("value", 1, binary(value));
                        consumer.endGroup();
                    });
            consumer.endField("key_value", 0);
        }
        consumer.endGroup();
        consumer.endField("metadata", 3);
    }

    private void text(String column, int index, Binary value) {
        consumer.startField(column, index);
        consumer.addBinary(value);
        consumer.endField(column, index);
    }

    private void number(String column, int index, long value) {
        consumer.startField(column, index);
        consumer.addLong(value);
        consumer.endField(column, index);
    }

    private Binary binary(String text) {
        return repeated.computeIfAbsent(
                text, t -> Binary.fromConstantByteArray(t.getBytes(StandardCharsets.UTF_8)));
    }
}
