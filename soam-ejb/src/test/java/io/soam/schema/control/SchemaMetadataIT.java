package io.soam.schema.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soam.domain.message.MessageId;
import io.soam.domain.time.EventTime;
import io.soam.ingestion.control.SourceRegistry;
import io.soam.ingestion.spool.EncodedHeader;
import io.soam.ingestion.spool.SegmentContent;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.ingestion.spool.StreamHeader;
import io.soam.lake.control.BronzeCatalogues;
import io.soam.lake.control.BronzeObject;
import io.soam.schema.boundary.DatasetQuery;
import io.soam.schema.boundary.DatasetSchema;
import io.soam.schema.boundary.DatasetView;
import io.soam.schema.boundary.EvolutionView;
import io.soam.schema.boundary.FieldView;
import io.soam.schema.boundary.QualityReport;
import io.soam.schema.boundary.TopicView;
import io.soam.servers.Database;
import io.soam.servers.Transaction;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From segments to metadata, on a real database, with what can go wrong on the way. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
class SchemaMetadataIT {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String STREAM = "0b2f42e3_plant_mqtt_line_1";

    private static Database database;

    private final SegmentObservations observations = new SegmentObservations();
    private int segments;

    @BeforeAll
    static void startDatabase() throws IOException, SQLException {
        database = Database.start();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        database.close();
    }

    @BeforeEach
    void clear() throws SQLException {
        database.execute(
                "truncate soam.bronze_objects, soam.enrichment_batches, soam.schema_observations,"
                        + " soam.dataset_metadata cascade");
    }

    @Test
    void aSegment_becomesADatasetWithFieldsEvolutionAndQuality() throws Exception {
        register(
                observations,
                segment(
                        "{\"sensor_id\": \"s1\", \"temp\": 21, \"at\": {\"lat\": 1.5}}",
                        "{\"sensor_id\": \"s2\", \"temp\": 21.5, \"at\": {\"lat\": null}}",
                        "broken"));
        mergeAll();

        DatasetSchema schema = datasets().find(STREAM).orElseThrow();
        DatasetView dataset = schema.dataset();
        assertThat(dataset.topic()).isEqualTo("line/1");
        assertThat(dataset.sourceType()).isEqualTo("mqtt");
        assertThat(dataset.sourceId()).isEqualTo("0b2f42e3_plant_mqtt");
        assertThat(dataset.sourceName()).isEqualTo("Plant");
        assertThat(dataset.recordCount()).isEqualTo(3);
        assertThat(dataset.unreadableCount()).isEqualTo(1);
        assertThat(dataset.uniqueSensorIds()).isEqualTo(2);
        assertThat(dataset.firstSeen()).isEqualTo(NOON.plusSeconds(1));
        assertThat(dataset.lastSeen()).isEqualTo(NOON.plusSeconds(3));
        assertThat(dataset.firstEventTime()).isEqualTo(NOON);
        assertThat(schema.fields())
                .extracting(FieldView::name)
                .containsExactly("sensor_id", "temp", "at", "at.lat");
        FieldView temperature = schema.fields().get(1);
        assertThat(temperature.type()).isEqualTo("double");
        assertThat(temperature.types()).containsEntry("integer", 1L).containsEntry("double", 1L);
        assertThat(temperature.nullable()).isFalse();
        assertThat(temperature.min()).isEqualTo(21.0);
        assertThat(schema.fields().get(3).nullable()).isTrue();
        assertThat(schema.fields().get(3).completeness()).isEqualTo(0.5);

        List<EvolutionView> changes = evolution().of(STREAM, 0, 100);
        assertThat(changes)
                .extracting(change -> change.change() + " " + change.fieldName())
                .containsExactly(
                        "field_added sensor_id",
                        "field_added temp",
                        "field_added at",
                        "field_added at.lat");
        assertThat(changes.get(0).objectKey()).isEqualTo("bronze/segment-1.parquet");
        assertThat(changes.get(0).messageId()).hasSize(32);

        QualityReport quality = quality(NOON).of(STREAM, Duration.ofHours(24));
        assertThat(quality.now().records()).isEqualTo(3);
        assertThat(quality.now().unreadable()).isEqualTo(1);
        assertThat(quality.now().completeness()).isEqualTo(7 / 8.0);
        assertThat(quality.now().latenessP50()).isBetween(0.5, 1.0);
        assertThat(quality.series()).hasSize(1);
        assertThat(quality.series().get(0).hour()).isEqualTo(NOON);
    }

    @Test
    void aSegmentThatIsRegisteredTwice_countsOnce() throws Exception {
        Segment segment = segment("{\"a\": 1}", "{\"a\": 2}");
        register(observations, segment);
        register(observations, segment);
        register(new SegmentObservations(), segment);
        mergeAll();
        register(observations, segment);
        mergeAll();

        assertThat(count()).isEqualTo(2);
        assertThat(duplicates()).isZero();
    }

    @Test
    void aCrashBeforeTheCommit_losesAndDoublesNothing() throws Exception {
        Segment segment = segment("{\"a\": 1}", "{\"a\": 2}");
        try (Transaction broken = new Transaction(database.dataSource())) {
            BronzeCatalogues.of(broken.dataSource(), observations)
                    .register(segment.objects(), segment.content());
        }
        mergeAll();
        assertThat(datasets().find(STREAM)).isEmpty();

        register(observations, segment);
        try (Transaction broken = new Transaction(database.dataSource())) {
            merge(broken.dataSource()).mergeSome();
        }
        assertThat(datasets().find(STREAM)).isEmpty();

        mergeAll();
        assertThat(count()).isEqualTo(2);
        assertThat(duplicates()).isZero();
        assertThat(evolution().count(STREAM)).isEqualTo(1);
    }

    @Test
    void severalServersAtOnce_givesExactTotals() throws Exception {
        long servers = 4;
        int each = 25;
        ExecutorService threads = Executors.newFixedThreadPool((int) servers);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> done = new ArrayList<>();
        for (int server = 0; server < servers; server++) {
            List<Segment> own = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                own.add(segment("{\"n\": " + i + ", \"sensor_id\": \"s" + server + "\"}"));
            }
            SegmentObservations observer = new SegmentObservations();
            done.add(
                    threads.submit(
                            () -> {
                                start.await();
                                for (Segment segment : own) {
                                    register(observer, segment);
                                    mergeAll();
                                }
                                return null;
                            }));
        }
        start.countDown();
        for (Future<?> one : done) {
            one.get();
        }
        threads.shutdown();
        mergeAll();

        DatasetSchema schema = datasets().find(STREAM).orElseThrow();
        assertThat(schema.dataset().recordCount()).isEqualTo(servers * each);
        assertThat(schema.dataset().uniqueSensorIds()).isEqualTo(servers);
        assertThat(schema.fields().get(0).presentCount()).isEqualTo(servers * each);
        assertThat(evolution().count(STREAM)).isEqualTo(2);
        assertThat(quality(NOON).of(STREAM, Duration.ofDays(9)).now().records())
                .isEqualTo(servers * each);
    }

    @Test
    void createdAtStays_andTypesEvolveOnce() throws Exception {
        register(observations, segment("{\"a\": 1}"));
        mergeAll();
        Instant created = datasets().find(STREAM).orElseThrow().dataset().createdAt();
        register(observations, segment("{\"a\": \"x\"}"));
        register(observations, segment("{\"a\": 1}"));
        register(observations, segment("{\"a\": \"x\"}"));
        mergeAll();

        assertThat(datasets().find(STREAM).orElseThrow().dataset().createdAt()).isEqualTo(created);
        assertThat(evolution().of(STREAM, 0, 9))
                .extracting(
                        change ->
                                change.change()
                                        + " "
                                        + change.previousType()
                                        + " "
                                        + change.fieldType())
                .containsExactly("field_added null integer", "type_changed integer string");
        assertThat(quality(NOON).of(STREAM, Duration.ofDays(1)).now().typeConflicts()).isPositive();
    }

    @Test
    void whatCannotBeMerged_isSetAsideAndHoldsUpNothing() throws Exception {
        database.execute(
                "insert into soam.schema_observations (content, message_count) values ('\\x0001', 1)");
        register(observations, segment("{\"a\": 1}"));
        mergeAll();

        assertThat(count()).isEqualTo(1);
        List<String> defects =
                new Rows(
                                database.dataSource(),
                                "select defect from soam.schema_observations",
                                List.of())
                        .all(row -> row.getString(1));
        assertThat(defects).singleElement().asString().isNotBlank();
    }

    @Test
    void datasetsAreFilteredSortedAndPaged_andNamesAreOnlyText() throws Exception {
        register(observations, segment("alpha", "{\"temp\": 1}", "{\"temp\": 1}"));
        register(observations, segment("beta", "{\"<b>'; drop table x; --\": true}"));
        register(observations, segment("gamma", "{\"temp\": true}"));
        mergeAll();

        assertThat(ids(DatasetQuery.all())).containsExactly("gamma", "beta", "alpha");
        assertThat(ids(new DatasetQuery("TEM", null, null, false, "record_count")))
                .containsExactly("gamma", "alpha");
        assertThat(ids(new DatasetQuery("'; drop", null, null, false, null)))
                .containsExactly("beta");
        assertThat(ids(new DatasetQuery("%", null, null, false, null))).isEmpty();
        assertThat(ids(new DatasetQuery(null, "line/1", "mqtt", true, "-ingestion_id"))).hasSize(3);
        assertThat(ids(new DatasetQuery(null, null, "coap", false, null))).isEmpty();
        assertThat(datasets().find(DatasetQuery.all(), 1, 1))
                .extracting(DatasetView::ingestionId)
                .containsExactly("beta");
        assertThat(datasets().count(new DatasetQuery("temp", null, null, false, null)))
                .isEqualTo(2);
        assertThat(datasets().stats().totalRecords()).isEqualTo(4);
        assertThat(datasets().stats().activeDatasets()).isEqualTo(3);
        assertThat(datasets().topics(0, 10))
                .singleElement()
                .extracting(TopicView::datasetCount, TopicView::totalRecords)
                .containsExactly(3L, 4L);
        assertThat(datasets().union(10))
                .extracting(field -> field.name() + " " + field.type())
                .contains("temp double");
    }

    @Test
    void addedFiguresAndCleanUp() throws Exception {
        register(observations, segment("{\"a\": 1}"));
        mergeAll();
        quality(NOON).add(STREAM, "calibration_error", 0.25, "ulf");

        QualityReport report = quality(NOON).of(STREAM, Duration.ofDays(1));
        assertThat(report.metrics())
                .singleElement()
                .satisfies(metric -> assertThat(metric.createdBy()).isEqualTo("ulf"));
        assertThat(quality(NOON).deleteBefore(NOON.minusSeconds(1))).isZero();
        assertThat(quality(NOON).deleteBefore(NOON.plusSeconds(1))).isEqualTo(2);
        assertThat(quality(NOON).of(STREAM, Duration.ofDays(1)).series()).isEmpty();
        assertThat(count()).isEqualTo(1);
        assertThatThrownBy(() -> quality(NOON).add("unknown", "x", 1, "ulf"))
                .hasMessageContaining("try again");
    }

    private record Segment(List<BronzeObject> objects, SegmentContent content) {}

    /** Messages a second apart, each with a time of its own one second before reception. */
    private Segment segment(String... payloads) {
        boolean named = payloads.length > 1 && !payloads[0].startsWith("{");
        String stream = named ? payloads[0] : STREAM;
        List<String> messages = List.of(payloads).subList(named ? 1 : 0, payloads.length);
        int number = ++segments;
        Instant first = NOON.plusSeconds(10L * (number - 1) + 1);
        List<SpoolRecord> records =
                IntStream.range(0, messages.size())
                        .mapToObj(
                                i -> record(stream, first.plusSeconds(i), messages.get(i), number))
                        .toList();
        BronzeObject object =
                new BronzeObject(
                        "bronze/segment-" + number + ".parquet",
                        stream,
                        records.size(),
                        1_000,
                        first,
                        first.plusSeconds(records.size() - 1L));
        return new Segment(List.of(object), new SegmentContent(records, 0, 0, false));
    }

    private static SpoolRecord record(String stream, Instant at, String payload, int segment) {
        byte[] bytes = payload.getBytes(UTF_8);
        return SpoolRecord.of(
                EncodedHeader.of(
                        new StreamHeader(
                                stream,
                                "mqtt",
                                Map.of(
                                        "topic",
                                        "line/1",
                                        "original_source_id",
                                        "0b2f42e3_plant_mqtt"))),
                at,
                new EventTime(at.minusSeconds(1), EventTime.Source.DEVICE),
                MessageId.ofKey(stream, segment + " " + at),
                false,
                bytes);
    }

    private static void register(SegmentObservations observer, Segment segment) throws Exception {
        Transaction.run(
                database.dataSource(),
                dataSource -> {
                    BronzeCatalogues.of(dataSource, observer)
                            .register(segment.objects(), segment.content());
                    return null;
                });
    }

    private static void mergeAll() throws Exception {
        while (Transaction.run(database.dataSource(), source -> merge(source).mergeSome())) {
            // Until nothing waits.
        }
    }

    private static ProfileMerge merge(DataSource dataSource) {
        ProfileMerge merge = new ProfileMerge();
        merge.dataSource = dataSource;
        merge.clock = Clock.systemUTC();
        return merge;
    }

    private static Datasets datasets() {
        Datasets datasets = new Datasets();
        datasets.dataSource = database.dataSource();
        datasets.clock = Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC);
        datasets.sources =
                new SourceRegistry() {
                    @Override
                    public Map<String, String> names() {
                        return Map.of("0b2f42e3_plant_mqtt", "Plant");
                    }
                };
        return datasets;
    }

    private static EvolutionHistory evolution() {
        EvolutionHistory evolution = new EvolutionHistory();
        evolution.dataSource = database.dataSource();
        return evolution;
    }

    private static QualityHistory quality(Instant now) {
        QualityHistory quality = new QualityHistory();
        quality.dataSource = database.dataSource();
        quality.clock = Clock.fixed(now, ZoneOffset.UTC);
        return quality;
    }

    private static List<String> ids(DatasetQuery query) {
        return datasets().find(query, 0, 50).stream().map(DatasetView::ingestionId).toList();
    }

    private static long count() {
        return datasets().find(STREAM).orElseThrow().dataset().recordCount();
    }

    private static long duplicates() {
        return quality(NOON).of(STREAM, Duration.ofDays(9)).now().duplicates();
    }
}
