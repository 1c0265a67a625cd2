package io.soam.schema.boundary;

import io.soam.platform.boundary.Page;
import io.soam.platform.boundary.PageRequest;
import io.soam.platform.boundary.Roles;
import io.soam.schema.control.Datasets;
import io.soam.schema.control.EvolutionHistory;
import io.soam.schema.control.PendingObservations;
import io.soam.schema.control.QualityHistory;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What arrives in each stream, in what shape and of what quality. */
@Stateless
public class SchemaMetadata {

    private static final int MOST_UNION_FIELDS = 5_000;

    @Resource SessionContext session;
    @Inject Datasets datasets;
    @Inject EvolutionHistory evolution;
    @Inject QualityHistory quality;
    @Inject PendingObservations pending;
    @Inject Clock clock;

    /** Datasets without their fields. */
    @RolesAllowed(Roles.VIEWER)
    public Page<DatasetView> datasets(@Valid DatasetQuery query, @Valid PageRequest request) {
        return new Page<>(
                datasets.find(query, request.offset(), request.pageSize()),
                datasets.count(query),
                request.page(),
                request.pageSize());
    }

    /** Datasets with their fields. */
    @RolesAllowed(Roles.VIEWER)
    public Page<DatasetSchema> schemas(@Valid DatasetQuery query, @Valid PageRequest request) {
        return new Page<>(
                datasets.findSchemas(query, request.offset(), request.pageSize()),
                datasets.count(query),
                request.page(),
                request.pageSize());
    }

    /**
     * One dataset with its fields.
     *
     * @throws UnknownDatasetException if there is none of that ingestion id
     */
    @RolesAllowed(Roles.VIEWER)
    public DatasetSchema dataset(String ingestionId) {
        return datasets.find(ingestionId)
                .orElseThrow(() -> new UnknownDatasetException(ingestionId));
    }

    /**
     * How the fields of a dataset have changed, oldest change first.
     *
     * @throws UnknownDatasetException if there is none of that ingestion id
     */
    @RolesAllowed(Roles.VIEWER)
    public Page<EvolutionView> evolution(String ingestionId, @Valid PageRequest request) {
        require(ingestionId);
        return new Page<>(
                evolution.of(ingestionId, request.offset(), request.pageSize()),
                evolution.count(ingestionId),
                request.page(),
                request.pageSize());
    }

    /** Topics, that with the newest message first. */
    @RolesAllowed(Roles.VIEWER)
    public Page<TopicView> topics(@Valid PageRequest request) {
        return new Page<>(
                datasets.topics(request.offset(), request.pageSize()),
                datasets.topicCount(),
                request.page(),
                request.pageSize());
    }

    /** What has arrived and is not in the totals yet. */
    @RolesAllowed(Roles.VIEWER)
    public CurrentView current() {
        return pending.current();
    }

    /** Totals over all datasets. */
    @RolesAllowed(Roles.VIEWER)
    public MetadataStats stats() {
        return datasets.stats();
    }

    /** The fields of all datasets as one schema, by name, at most 5,000. */
    @RolesAllowed(Roles.VIEWER)
    public List<UnionField> union() {
        return datasets.union(MOST_UNION_FIELDS);
    }

    /**
     * How good the data of a dataset is.
     *
     * @param hours how far the series goes back
     * @throws UnknownDatasetException if there is none of that ingestion id
     */
    @RolesAllowed(Roles.VIEWER)
    public QualityReport quality(
            String ingestionId,
            @Min(value = 1, message = "The series has at least 1 hour.")
                    @Max(value = 8_760, message = "The series has at most 8,760 hours.")
                    int hours) {
        require(ingestionId);
        return quality.of(ingestionId, Duration.ofHours(hours));
    }

    /**
     * Adds a figure of quality that the caller has measured.
     *
     * @throws UnknownDatasetException if there is no dataset of that ingestion id
     */
    @RolesAllowed(Roles.USER)
    public QualityMetricView addQuality(String ingestionId, @Valid NewQualityMetric metric) {
        require(ingestionId);
        return quality.add(
                ingestionId,
                metric.metricName().strip(),
                metric.metricValue(),
                session.getCallerPrincipal().getName());
    }

    /**
     * Deletes old figures of quality, computed and added ones, and nothing else.
     *
     * @return how many
     */
    @RolesAllowed(Roles.ADMIN)
    public long cleanUp(
            @Min(value = 0, message = "Days are not negative.")
                    @Max(value = 3_650, message = "Keep at most 3,650 days.")
                    int daysToKeep) {
        return quality.deleteBefore(clock.instant().minus(daysToKeep, ChronoUnit.DAYS));
    }

    private void require(String ingestionId) {
        if (!datasets.exists(ingestionId)) {
            throw new UnknownDatasetException(ingestionId);
        }
    }
}
