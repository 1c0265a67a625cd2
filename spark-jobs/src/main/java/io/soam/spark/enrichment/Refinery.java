package io.soam.spark.enrichment;

import static org.apache.spark.sql.functions.col;

import io.soam.domain.enrichment.PipelineConfiguration;
import io.soam.spark.catalogue.Catalogue;
import io.soam.spark.catalogue.PlannedBatch;
import io.soam.spark.catalogue.PlannedObject;
import io.soam.spark.enrichment.Alerts.Changes;
import io.soam.spark.lake.Lake;
import io.soam.spark.lake.LakeTable;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Takes one batch from bronze to gold and commits it. Belongs to one thread. */
final class Refinery {

    /** Rows of one file of silver; below that a batch is one file. */
    private static final long ROWS_PER_FILE = 200_000;

    private final Lake lake;
    private final Catalogue catalogue;
    private final RecentMessages recent;
    private final Alerts alerts;
    private final Clock clock;
    private final Consumer<Step> afterStep;

    /**
     * @param afterStep told of each step that has been done; if it throws, that is as if the
     *     process had failed there
     */
    Refinery(
            Lake lake,
            Catalogue catalogue,
            RecentMessages recent,
            Clock clock,
            Consumer<Step> afterStep) {
        this.lake = lake;
        this.catalogue = catalogue;
        this.recent = recent;
        this.alerts = new Alerts(lake);
        this.clock = clock;
        this.afterStep = afterStep;
    }

    /**
     * Refines and commits a batch. If it fails at any point, it can be repeated, here or by a
     * successor.
     *
     * @param takenUp whether the batch may be committed in part
     * @param setAside objects that cannot be read, with what is wrong with each
     */
    BatchReport refine(
            PlannedBatch batch,
            boolean takenUp,
            Map<PlannedObject, String> setAside,
            StepTimes times)
            throws SQLException {
        boolean done = false;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (IdentifiedBatch identified = identify(batch, takenUp, setAside, now)) {
            end(Step.IDENTIFY, times);
            BatchReport report = write(batch, identified, setAside, now, times);
            done = true;
            return report;
        } finally {
            if (!done || takenUp) {
                alerts.forget();
            }
        }
    }

    private IdentifiedBatch identify(
            PlannedBatch batch, boolean takenUp, Map<PlannedObject, String> setAside, Instant now) {
        List<String> keys =
                batch.objects().stream()
                        .filter(object -> !setAside.containsKey(object))
                        .map(PlannedObject::key)
                        .toList();
        Dataset<Row> refined = RefinedRows.of(BronzeRows.read(lake, keys), batch.configuration());
        return new Identification(recent)
                .identify(refined, takenUp ? writtenSilver(batch) : null, now);
    }

    /** The silver rows of an interrupted batch; null if it had not come so far. */
    private Dataset<Row> writtenSilver(PlannedBatch batch) {
        Dataset<Row> written =
                lake.read(LakeTable.SILVER).filter(col("batch_id").equalTo(batch.id()));
        return written.isEmpty() ? null : written;
    }

    private BatchReport write(
            PlannedBatch batch,
            IdentifiedBatch identified,
            Map<PlannedObject, String> setAside,
            Instant now,
            StepTimes times)
            throws SQLException {
        BatchSummary summary = identified.summary();
        setAside.keySet().forEach(o -> summary.addUnread(o.ingestionId(), o.rows()));
        StreamCounts total = summary.total();

        writeSilver(batch, identified, total, now);
        Instant silverAt = clock.instant();
        end(Step.SILVER, times);
        writeQuarantine(batch, identified, setAside, total, now);
        end(Step.QUARANTINE, times);
        writeAverages(batch, summary);
        end(Step.AVERAGES, times);
        Changes changes = writeAlerts(batch, identified);
        Instant goldAt = clock.instant();
        end(Step.ALERTS, times);

        BatchReport report = report(batch, identified, total, changes, times, silverAt, goldAt);
        catalogue.commit(batch.id(), report.toJson());
        recent.addAll(identified.ids(), clock.instant());
        end(Step.COMMIT, times);
        return report;
    }

    private void writeSilver(
            PlannedBatch batch, IdentifiedBatch identified, StreamCounts total, Instant now)
            throws SQLException {
        if (total.silver() == 0 || identified.hasSilver()) {
            return;
        }
        catalogue.requireEpoch();
        int files = (int) Math.min(16, 1 + total.silver() / ROWS_PER_FILE);
        lake.append(
                LakeTable.SILVER,
                SilverRows.of(identified.refined(), batch, now).coalesce(files),
                batch.id());
    }

    private void writeQuarantine(
            PlannedBatch batch,
            IdentifiedBatch identified,
            Map<PlannedObject, String> setAside,
            StreamCounts total,
            Instant now)
            throws SQLException {
        if (total.quarantined() > 0) {
            catalogue.requireEpoch();
            Dataset<Row> rows =
                    QuarantineRows.of(identified.refined(), Kind.UNREADABLE, batch, now);
            Dataset<Row> all =
                    setAside.isEmpty()
                            ? rows
                            : rows.unionByName(
                                    QuarantineRows.of(lake.spark(), setAside, batch, now));
            lake.append(LakeTable.UNREADABLE, all.coalesce(1), batch.id());
        }
        if (total.waiting() > 0) {
            catalogue.requireEpoch();
            Dataset<Row> rows = QuarantineRows.of(identified.refined(), Kind.WAITING, batch, now);
            lake.append(LakeTable.WAITING, rows.coalesce(1), batch.id());
        }
    }

    private void writeAverages(PlannedBatch batch, BatchSummary summary) throws SQLException {
        Map<WindowKey, WindowSums> windows = summary.windows();
        if (!windows.isEmpty()) {
            catalogue.requireEpoch();
            Averages.add(lake, windows, batch.id());
        }
    }

    private Changes writeAlerts(PlannedBatch batch, IdentifiedBatch identified)
            throws SQLException {
        PipelineConfiguration configuration = ConfigurationJson.read(batch.configuration());
        Changes changes =
                alerts.follow(
                        identified.summarized(),
                        identified.summary().windows(),
                        configuration.temperatureThreshold());
        if (!changes.episodes().isEmpty()) {
            catalogue.requireEpoch();
            alerts.apply(changes, batch.id());
        }
        return changes;
    }

    private BatchReport report(
            PlannedBatch batch,
            IdentifiedBatch identified,
            StreamCounts total,
            Changes changes,
            StepTimes times,
            Instant silverAt,
            Instant goldAt) {
        BatchSummary summary = identified.summary();
        return new BatchReport(
                batch.rows(),
                total.silver(),
                total.quarantined(),
                total.waiting(),
                identified.duplicates(),
                summary.streams(),
                summary.rules(),
                times.millis(),
                summary.lastReceivedAt(),
                summary.lastEventTime(),
                summary.ages().at(silverAt),
                summary.agesOfTemperatures().at(goldAt),
                summary.windows().size(),
                changes.raised(),
                changes.cleared(),
                tableVersions(),
                summary.latestReadings());
    }

    private Map<String, Long> tableVersions() {
        Map<String, Long> versions = new LinkedHashMap<>();
        for (LakeTable table : LakeTable.values()) {
            versions.put(table.path(), lake.version(table));
        }
        return versions;
    }

    private void end(Step step, StepTimes times) {
        times.end(step);
        afterStep.accept(step);
    }
}
