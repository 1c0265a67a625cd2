package io.soam.spark.enrichment;

import io.soam.domain.enrichment.Enricher;
import io.soam.domain.enrichment.Outcome;
import io.soam.domain.enrichment.Outcome.Quarantined;
import io.soam.domain.enrichment.Outcome.Refined;
import io.soam.domain.enrichment.Outcome.Waiting;
import io.soam.domain.enrichment.PipelineConfiguration;
import io.soam.domain.enrichment.QuarantineReason;
import io.soam.domain.enrichment.SilverRow;
import io.soam.domain.lake.LakeLayout;
import io.soam.domain.message.Envelope;
import io.soam.domain.message.MetadataKeys;
import io.soam.domain.rules.RuleBook;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Refines the rows of one partition. No row can make it fail: what does not work is quarantined.
 */
final class RefineRows implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;

    private static final String DEFAULT_SITE = "default";

    /** Times outside are nonsense, and beyond what tables can hold. */
    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final String configuration;

    RefineRows(String configuration) {
        this.configuration = configuration;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> bronze) {
        PipelineConfiguration parsed = ConfigurationJson.read(configuration);
        RuleUsage usage = new RuleUsage(new JsonPayloadReader(), new RuleBook(parsed.rules()));
        Enricher enricher = new Enricher(parsed, usage);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return bronze.hasNext();
            }

            @Override
            public Row next() {
                return refine(bronze.next(), enricher, usage);
            }
        };
    }

    private static Row refine(Row bronze, Enricher enricher, RuleUsage usage) {
        try {
            Envelope envelope = envelope(bronze);
            usage.begin(envelope.ingestionId());
            Outcome outcome = enricher.refine(envelope);
            if (outcome instanceof Refined refined) {
                return isTimeStorable(refined.row())
                        ? silver(bronze, refined.row(), usage.rawKeys())
                        : unreadable(
                                bronze,
                                QuarantineReason.RULE_FAILED,
                                "The time "
                                        + refined.row().timestamp()
                                        + " is outside of the years 1 to 9999.");
            }
            if (outcome instanceof Quarantined quarantined) {
                return unreadable(bronze, quarantined.reason(), quarantined.detail());
            }
            assert outcome instanceof Waiting;
            return quarantined(bronze, Kind.WAITING, null, null);
        } catch (RuntimeException | StackOverflowError e) {
            return unreadable(bronze, QuarantineReason.RULE_FAILED, String.valueOf(e));
        }
    }

    private static Envelope envelope(Row bronze) {
        return new Envelope(
                bronze.getString(0),
                bronze.getString(1),
                bronze.getString(2),
                metadata(bronze),
                bronze.getInstant(4),
                bronze.getInstant(5),
                bronze.getString(6));
    }

    private static Map<String, String> metadata(Row bronze) {
        return bronze.isNullAt(3) ? Map.of() : bronze.getJavaMap(3);
    }

    private static boolean isTimeStorable(SilverRow row) {
        return !row.timestamp().isBefore(FIRST_TIME) && !row.timestamp().isAfter(LAST_TIME);
    }

    private static Row silver(Row bronze, SilverRow row, String ruleKeys) {
        // Without the payload: it stays in bronze, and silver has all that was in it.
        return row(
                bronze,
                Kind.SILVER,
                null,
                null,
                null,
                row.timestamp(),
                row.sensorId(),
                row.normalizedData().get(SilverRow.TEMPERATURE),
                CollectionConverters.asScala(row.sensorData()),
                CollectionConverters.asScala(row.normalizedData()),
                row.quality().toArray(),
                row.envelope().metadata().getOrDefault(MetadataKeys.SITE, DEFAULT_SITE),
                ruleKeys);
    }

    private static Row unreadable(Row bronze, QuarantineReason reason, String detail) {
        return quarantined(bronze, Kind.UNREADABLE, reason.code(), detail);
    }

    private static Row quarantined(Row bronze, Kind kind, String reason, String detail) {
        return row(
                bronze,
                kind,
                bronze.get(6),
                reason,
                detail,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Row row(
            Row bronze, Kind kind, Object payload, String reason, String detail, Object... fields) {
        Object[] values = new Object[RefinedRows.SCHEMA.size()];
        values[0] = kind.code();
        for (int i = 0; i < 6; i++) {
            values[i + 1] = bronze.get(i);
        }
        values[7] = payload;
        values[8] = objectKey(bronze.getString(7));
        values[9] = reason;
        values[10] = detail;
        System.arraycopy(fields, 0, values, 11, fields.length);
        return RowFactory.create(values);
    }

    private static String objectKey(String path) {
        return path.substring(Math.max(0, path.indexOf(LakeLayout.BRONZE)));
    }
}
