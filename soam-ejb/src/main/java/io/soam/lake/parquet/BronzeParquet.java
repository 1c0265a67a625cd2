package io.soam.lake.parquet;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Turns rows into a Parquet object with the one schema of bronze. */
public final class BronzeParquet {

    static final MessageType SCHEMA =
            MessageTypeParser.parseMessageType(
                    """
                    message bronze {
                      required binary message_id (STRING);
                      required binary ingestion_id (STRING);
                      required binary source_type (STRING);
                      required group metadata (MAP) {
                        repeated group key_value {
                          required binary key (STRING);
                          optional binary value (STRING);
                        }
                      }
                      required int64 event_time (TIMESTAMP(MICROS,true));
                      required int64 received_at (TIMESTAMP(MICROS,true));
                      required binary payload (STRING);
                    }
                    """);

    private static final long ROW_GROUP_BYTES = 64L << 20;
    private static final int PAGE_BYTES = 1 << 20;

    private BronzeParquet() {}

    /** The rows as one object. */
    public static byte[] write(Iterator<BronzeRow> rows) throws IOException {
        InMemoryFile file = new InMemoryFile();
        try (ParquetWriter<BronzeRow> writer = new Builder(file).build()) {
            while (rows.hasNext()) {
                writer.write(rows.next());
            }
        }
        return file.bytes();
    }

    private static final class Builder extends ParquetWriter.Builder<BronzeRow, Builder> {

        Builder(OutputFile file) {
            super(file);
            withConf(new PlainParquetConfiguration());
            withCodecFactory(new ZstdCodecFactory());
            withCompressionCodec(CompressionCodecName.ZSTD);
            withRowGroupSize(ROW_GROUP_BYTES);
            withPageSize(PAGE_BYTES);
            // Values that never repeat: a dictionary and statistics of them would only cost.
            for (String unique : List.of("message_id", "payload", "event_time", "received_at")) {
                withDictionaryEncoding(unique, false);
            }
            withStatisticsEnabled("message_id", false);
            withStatisticsEnabled("payload", false);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** Never called, because the builder is given a plain configuration; but it is abstract. */
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<BronzeRow> getWriteSupport(
                org.apache.hadoop.conf.Configuration conf) {
            return new BronzeWriteSupport();
        }

        @Override
        protected WriteSupport<BronzeRow> getWriteSupport(ParquetConfiguration conf) {
            return new BronzeWriteSupport();
        }
    }
}
