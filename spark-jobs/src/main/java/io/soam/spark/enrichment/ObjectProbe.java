package io.soam.spark.enrichment;

import static org.apache.spark.sql.functions.col;

import io.soam.spark.catalogue.PlannedBatch;
import io.soam.spark.catalogue.PlannedObject;
import io.soam.spark.lake.Lake;
import io.soam.spark.lake.LakeTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the objects of a batch that cannot be read, one by one. */
final class ObjectProbe {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectProbe.class);

    private final Lake lake;
    private final Clock clock;

    ObjectProbe(Lake lake, Clock clock) {
        this.lake = lake;
        this.clock = clock;
    }

    /**
     * The unreadable objects, with what is wrong with each. Empty as soon as anything but an object
     * fails: then nothing can be said about any object.
     */
    Map<PlannedObject, String> unreadable(PlannedBatch batch) {
        try {
            return unreadable(batch, objectsInSilver(batch));
        } catch (Exception e) { // Spark throws checked exceptions that it does not declare
            LOG.warn("It cannot be found out which objects batch {} has written", batch.id(), e);
            return Map.of();
        }
    }

    private Map<PlannedObject, String> unreadable(PlannedBatch batch, Set<String> inSilver) {
        Map<PlannedObject, String> unreadable = new LinkedHashMap<>();
        for (PlannedObject object : batch.objects()) {
            Optional<Exception> fault = lastingFault(batch, object);
            if (fault.isEmpty()) {
                continue;
            }
            // The store is asked after the fault, because it may have come back before.
            if (!ObjectFault.isEvidence(fault.get()) || lake.trouble().isPresent()) {
                return Map.of();
            }
            // What silver has of an object would be counted as refined and as unreadable.
            if (!inSilver.contains(object.key())) {
                unreadable.put(object, Faults.rootMessage(fault.get()));
            }
        }
        return unreadable;
    }

    /**
     * The objects that silver has rows of, from an attempt of this batch. Not simply whether there
     * are any: an attempt may have been interrupted after it had set an object aside, and its
     * successor must come to the same.
     */
    private Set<String> objectsInSilver(PlannedBatch batch) {
        return lake
                .read(LakeTable.SILVER)
                .filter(col("batch_id").equalTo(batch.id()))
                .select("bronze_object")
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
    }

    /** What is wrong with an object at two tries. */
    private Optional<Exception> lastingFault(PlannedBatch batch, PlannedObject object) {
        Optional<Exception> first = fault(batch, object);
        return first.isPresent() && ObjectFault.isEvidence(first.get())
                ? fault(batch, object)
                : first;
    }

    private Optional<Exception> fault(PlannedBatch batch, PlannedObject object) {
        try {
            refine(batch, object);
            return Optional.empty();
        } catch (Exception e) { // Spark throws checked exceptions that it does not declare
            LOG.warn("Bronze object {} cannot be read", object.key(), e);
            return Optional.of(e);
        }
    }

    /** Does with the rows of an object what a batch does, and forgets them. */
    private void refine(PlannedBatch batch, PlannedObject object) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RecentMessages none = new RecentMessages(Duration.ZERO, Long.MAX_VALUE, clock);
        Dataset<Row> refined =
                RefinedRows.of(BronzeRows.read(lake, List.of(object.key())), batch.configuration());
        try (IdentifiedBatch identified = new Identification(none).identify(refined, null, now)) {
            SilverRows.of(identified.refined(), batch, now)
                    .write()
                    .format("noop")
                    .mode("overwrite")
                    .save();
        }
    }
}
