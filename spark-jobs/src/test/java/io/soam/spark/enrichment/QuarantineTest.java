package io.soam.spark.enrichment;

import static io.soam.spark.lake.LakeTable.SILVER;
import static io.soam.spark.lake.LakeTable.UNREADABLE;
import static io.soam.spark.lake.LakeTable.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.delta.exceptions.DeltaConcurrentModificationException;
import io.soam.domain.message.MessageId;
import io.soam.spark.lake.Lake;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** What people decide about quarantined messages, beside the stream that adds more of them. */
class QuarantineTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String DISCARD =
            "UPDATE quarantine.unreadable SET state = 'discarded', decided_by = 'alice',"
                    + " decided_at = timestamp '2026-11-24T13:00:00Z' WHERE coalesce(state, 'open') = 'open'";

    private static SparkSession spark;
    private static TestCatalogue database;

    @TempDir Path directory;

    private Pipeline pipeline;

    @BeforeAll
    static void start() throws Exception {
        spark = TestSpark.session();
        database = new TestCatalogue();
    }

    @AfterAll
    static void stop() throws Exception {
        spark.close();
        database.close();
    }

    @BeforeEach
    void pipeline() throws Exception {
        pipeline = new Pipeline(spark, database, directory);
    }

    @Test
    void aTableOfAnEarlierVersionGetsTheColumns_andItsRowsAreOpen() throws Exception {
        spark.sql("CREATE DATABASE IF NOT EXISTS quarantine");
        spark.createDataFrame(List.<Row>of(), WAITING.schema())
                .write()
                .format("delta")
                .partitionBy("received_date")
                .save(pipeline.lake().path(UNREADABLE.path()));
        pipeline.bronze().add("a", NOON, "{oops");

        pipeline.run();

        assertThat(pipeline.table(UNREADABLE).columns())
                .contains("state", "decided_by", "decided_at", "note", "replay_id");
        assertThat(pipeline.rows(UNREADABLE, "reason", "state"))
                .containsExactly("malformed_json null");
        assertThat(spark.sql(DISCARD).first().getLong(0)).isEqualTo(1);
        // Once more, as at the next start.
        new Lake(spark, directory.toUri().toString()).createTables();
        assertThat(pipeline.rows(UNREADABLE, "state", "decided_by"))
                .containsExactly("discarded alice");
    }

    @Test
    void decisionsAndBatchesDoNotDisturbEachOther() throws Exception {
        EnrichmentJob job = pipeline.launch(step -> {});
        AtomicBoolean going = new AtomicBoolean(true);
        AtomicLong decided = new AtomicLong();
        SparkSession people = spark.newSession();
        CompletableFuture<Void> deciding =
                CompletableFuture.runAsync(
                        () -> {
                            while (going.get()) {
                                decided.addAndGet(decide(people));
                            }
                        });

        for (int batch = 0; batch < 6; batch++) {
            pipeline.bronze()
                    .add("a", NOON.plusSeconds(batch), "{oops " + batch, "[" + batch + "]");
            pipeline.drain(job);
            if (batch % 3 == 2) {
                // As between two batches of a running stream: then a decision comes through.
                long all = 2L * (batch + 1);
                await().atMost(Duration.ofMinutes(2)).until(() -> decided.get() == all);
            }
        }
        going.set(false);
        deciding.get();

        assertThat(decided.get()).isEqualTo(12);
        assertThat(pipeline.rows(UNREADABLE, "payload")).hasSize(12).doesNotHaveDuplicates();
        assertThat(pipeline.rows(UNREADABLE, "state")).containsOnly("discarded");
        assertThat(
                        database.value(
                                "select count(*) from enrichment_batches where report is not null"))
                .isEqualTo("6");
    }

    @Test
    void aReplayedMessageIsNoDuplicateOfTheQuarantinedOne_butOfItsOwnSecondReplay()
            throws Exception {
        EnrichmentJob job = pipeline.launch(step -> {});
        pipeline.bronze().add("a", NOON, "{oops", "[1]");
        pipeline.drain(job);
        Row mended = replayOf("{oops", "{\"sensor_id\":\"s1\",\"temperature\":20}");
        Row unmended = replayOf("[1]", "[1]");

        pipeline.bronze().add("a", NOON.plusSeconds(60), List.of(mended, unmended));
        pipeline.drain(job);
        pipeline.bronze().add("a", NOON.plusSeconds(90), List.of(mended, unmended));
        pipeline.drain(job);

        assertThat(pipeline.rows(SILVER, "sensor_id", "received_at"))
                .containsExactly("s1 2026-11-24T12:01:00Z");
        assertThat(pipeline.rows(UNREADABLE, "payload", "metadata['replay_of']"))
                .containsExactly("[1] " + id("[1]"), "[1] null", "{oops null");
        assertThat(pipeline.report(3).path("duplicates").asInt()).isEqualTo(2);
    }

    /** Rows changed; 0 if a batch was faster, as the gateway's conflict says to WildFly. */
    private static long decide(SparkSession people) {
        try {
            return people.sql(DISCARD).first().getLong(0);
        } catch (DeltaConcurrentModificationException e) {
            assertThat(e).hasMessageContaining("DELTA_CONCURRENT_");
            return 0;
        }
    }

    private static String id(String payload) {
        return BronzeObjects.row("a", Map.of(), NOON, payload).getString(0);
    }

    private static Row replayOf(String original, String payload) {
        return RowFactory.create(
                MessageId.text(MessageId.ofKey("a", "replay/" + id(original) + "/" + payload)),
                "a",
                "mqtt",
                CollectionConverters.asScala(Map.of("topic", "t", "replay_of", id(original))),
                NOON.plusSeconds(60),
                NOON.plusSeconds(60),
                payload);
    }
}
