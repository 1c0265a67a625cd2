package io.soam.spark.enrichment;

import io.soam.domain.alert.TemperatureReading;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Gathers the temperatures of a few sensors from rows with the columns of {@link SummaryColumns}.
 */
final class CandidateReadings
        implements FlatMapFunction<Iterator<InternalRow>, CandidateReadings.Candidate> {

    private static final long serialVersionUID = 1L;

    private final HashSet<String> sensorIds;

    private CandidateReadings(Set<String> sensorIds) {
        this.sensorIds = new HashSet<>(sensorIds);
    }

    /** The readings by sensor. */
    static Map<String, List<TemperatureReading>> of(Dataset<Row> rows, Set<String> sensorIds) {
        Map<String, List<TemperatureReading>> bySensor = new HashMap<>();
        rows.queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new CandidateReadings(sensorIds))
                .collect()
                .forEach(
                        candidate ->
                                bySensor.computeIfAbsent(
                                                candidate.sensorId(), id -> new ArrayList<>())
                                        .add(candidate.reading()));
        return bySensor;
    }

    @Override
    public Iterator<Candidate> call(Iterator<InternalRow> rows) {
        List<Candidate> candidates = new ArrayList<>();
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            UTF8String sensorId =
                    row.isNullAt(SummaryColumns.TEMPERATURE)
                            ? null
                            : row.getUTF8String(SummaryColumns.SENSOR_ID);
            if (sensorId != null && sensorIds.contains(sensorId.toString())) {
                candidates.add(candidate(row, sensorId.toString()));
            }
        }
        return candidates.iterator();
    }

    private static Candidate candidate(InternalRow row, String sensorId) {
        return new Candidate(
                sensorId,
                row.getLong(SummaryColumns.TIMESTAMP),
                row.getDouble(SummaryColumns.TEMPERATURE),
                row.getUTF8String(SummaryColumns.MESSAGE_ID).toString());
    }

    /** A temperature on its way to the driver. */
    record Candidate(String sensorId, long micros, double celsius, String messageId)
            implements Serializable {

        TemperatureReading reading() {
            return new TemperatureReading(BatchSummary.instant(micros), celsius, messageId);
        }
    }
}
