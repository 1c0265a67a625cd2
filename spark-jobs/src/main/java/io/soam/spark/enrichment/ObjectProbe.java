package io.soam.spark.enrichment;

import io.soam.spark.catalogue.PlannedBatch;
import io.soam.spark.catalogue.PlannedObject;
import io.soam.spark.lake.Lake;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the objects of a batch that cannot be read, one by one. */
final class ObjectProbe {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectProbe.class);

    private final Lake lake;

    ObjectProbe(Lake lake) {
        this.lake = lake;
    }

    /**
     * The unreadable objects, with what is wrong with each. Empty as soon as the object store
     * fails: then nothing can be said about any object.
     */
    Map<PlannedObject, String> unreadable(PlannedBatch batch) {
        Map<PlannedObject, String> unreadable = new LinkedHashMap<>();
        for (PlannedObject object : batch.objects()) {
            Optional<String> fault = fault(batch, object);
            // Asked after the fault, because the store may have come back before.
            if (fault.isPresent() && lake.trouble().isEmpty()) {
                fault = fault(batch, object);
            }
            if (fault.isPresent()) {
                if (lake.trouble().isPresent()) {
                    return Map.of();
                }
                unreadable.put(object, fault.get());
            }
        }
        return unreadable;
    }

    private Optional<String> fault(PlannedBatch batch, PlannedObject object) {
        try {
            RefinedRows.of(BronzeRows.read(lake, List.of(object.key())), batch.configuration())
                    .write()
                    .format("noop")
                    .mode("overwrite")
                    .save();
            return Optional.empty();
        } catch (Exception e) { // Spark throws checked exceptions that it does not declare
            LOG.warn("Bronze object {} cannot be read", object.key(), e);
            return Optional.of(Faults.rootMessage(e));
        }
    }
}
