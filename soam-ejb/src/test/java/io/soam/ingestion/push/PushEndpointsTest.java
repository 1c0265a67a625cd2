package io.soam.ingestion.push;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.boundary.PushRefusedException;
import io.soam.ingestion.boundary.PushRefusedException.Reason;
import io.soam.ingestion.boundary.PushedBody;
import io.soam.ingestion.spool.FaultyDisk;
import io.soam.ingestion.spool.Spool;
import io.soam.ingestion.spool.SpoolSamples;
import io.soam.ingestion.spool.SpoolState;
import io.soam.platform.control.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a real spool, whose disk can be full or broken. */
class PushEndpointsTest {

    private static final String JSON = "application/json";

    @TempDir Path directory;

    private final FaultyDisk disk = new FaultyDisk();
    private final PushEndpoints endpoints = new PushEndpoints();
    private Spool spool;
    private SpoolSource source;
    private PushConnector connector;

    @BeforeEach
    void open() throws IOException {
        spool(1L << 40);
        endpoints.start(Thread::new, Duration.ofSeconds(2), () -> spool.state());
        start("{}");
    }

    @AfterEach
    void close() throws Exception {
        disk.free(Long.MAX_VALUE);
        disk.failForce(false);
        endpoints.stop();
        spool.close();
        spool.release();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | {\"t\": 1.10} | {\"t\": 1.10}",
                "application/json | [{\"t\":1}, {\"t\":2}] | {\"t\":1};{\"t\":2}",
                "application/geo+json | [[1,2],3] | [1,2];3",
                "application/x-ndjson | {\"t\":1}~~[1,2]~ | {\"t\":1};[1,2]",
                "text/plain | hot [ | hot [",
                "application/octet-stream | bytes | bytes"
            })
    void answersWhenAllIsOnDisk(String type, String body, String messages) throws IOException {
        List<String> ids = push(type, body.replace('~', '\n'));

        assertThat(ids).hasSize(messages.split(";").length).doesNotHaveDuplicates();
        assertThat(SpoolSamples.payloads(directory)).containsExactly(messages.split(";"));
        assertThat(SpoolSamples.messageIds(directory)).isEqualTo(ids);
        assertThat(connector.health().details()).containsEntry("messages", (long) ids.size());
    }

    @Test
    void theSenderIsInTheMetadata_notInTheIdentity() {
        String id = push(JSON, "{\"t\":1}").get(0);
        assertThat(take("bob", JSON, "{\"t\":1}", null).get(0)).isEqualTo(id);
        assertThat(source.headers())
                .extracting(header -> header.metadata().get("pushed_by"))
                .containsExactlyInAnyOrder("ann", "bob");
        assertThat(source.headers())
                .allMatch(header -> header.sourceType().equals("http_push"))
                .allMatch(header -> header.metadata().get("content_type").equals(JSON));
    }

    @Test
    void theSameKey_isTheSameMessages() {
        List<String> first = take("ann", JSON, "[{\"t\":1},{\"t\":1}]", "k1");
        assertThat(first).doesNotHaveDuplicates();
        assertThat(take("ann", JSON, "[{\"t\":1},{\"t\":1}]", "k1")).isEqualTo(first);
        assertThat(take("ann", JSON, "[{\"t\":1},{\"t\":1}]", "k2"))
                .doesNotContainAnyElementsOf(first);
        assertThat(take("bob", JSON, "[{\"t\":1},{\"t\":1}]", "k1"))
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void aFieldMayNameTheStream() {
        start("{\"stream_field\":\"sensor\",\"max_streams\":3}");
        push(
                JSON,
                "[{\"sensor\":\"a/1\",\"t\":1},{\"sensor\":7},{\"t\":1},{\"sensor\":\"a/1\",\"t\":2}]");

        String id = source.id().value();
        assertThat(source.headers())
                .extracting(header -> header.ingestionId())
                .containsExactlyInAnyOrder(id, id + "_a_1", id + "_7");
        assertThatThrownBy(() -> push(JSON, "[{\"sensor\":\"a/1\"},{\"sensor\":\"b\"}]"))
                .isInstanceOf(PushRefusedException.class)
                .hasMessageContaining("more than 3 streams");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | {\"t\": | INVALID | not JSON",
                "application/json | `` | INVALID | empty",
                "application/json | [1,2] x | INVALID | not JSON",
                "application/x-ndjson | {\"t\":1}~{\"t\":~{\"t\":3} | INVALID | Line 2",
                "application/json | [1,2,3,4] | TOO_LARGE | more than 3",
                "application/x-ndjson | 1~2~3~4 | TOO_LARGE | more than 3",
                "application/xml | <a/> | UNSUPPORTED | application/json"
            })
    void whatIsNotRight_isRefusedAsAWhole(String type, String body, Reason reason, String message)
            throws IOException {
        start("{\"max_batch\":3}");
        assertThatThrownBy(() -> push(type, body.replace('~', '\n')))
                .isInstanceOf(PushRefusedException.class)
                .hasMessageContaining(message)
                .extracting(e -> ((PushRefusedException) e).reason())
                .isEqualTo(reason);
        assertThat(SpoolSamples.payloads(directory)).isEmpty();
    }

    @Test
    void deepNesting_isRefused() {
        assertThatThrownBy(() -> push(JSON, "[".repeat(100_000)))
                .isInstanceOf(PushRefusedException.class)
                .hasMessageContaining("not JSON");
    }

    @Test
    void otherCharacterSets_becomeUtf8() throws IOException {
        byte[] latin = "größe".getBytes(ISO_8859_1);
        endpoints.take(
                source.id().value(), new PushedBody("text/plain", ISO_8859_1, latin, null), "ann");
        assertThat(SpoolSamples.payloads(directory)).containsExactly("größe");

        assertThatThrownBy(
                        () ->
                                endpoints.take(
                                        source.id().value(),
                                        new PushedBody("text/plain", null, latin, null),
                                        "ann"))
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void onlyNamedSendersMaySend() {
        start("{\"senders\":[\"bob\"]}");
        assertThatThrownBy(() -> push(JSON, "1"))
                .isInstanceOf(PushRefusedException.class)
                .hasMessageContaining("'ann' may not send");
        assertThat(take("bob", JSON, "1", null)).hasSize(1);
    }

    @Test
    void aFullSpool_isSaidAtOnce_andRecovers() throws Exception {
        close();
        spool(1_000);
        endpoints.start(Thread::new, Duration.ofSeconds(2), () -> spool.state());
        push("text/plain", "x".repeat(2_000));
        await().atMost(5, SECONDS)
                .until(() -> spool.state().condition() == SpoolState.Condition.FULL);

        long begun = System.nanoTime();
        assertThatThrownBy(() -> push(JSON, "1"))
                .isInstanceOf(PushRefusedException.class)
                .hasMessageContaining("Nothing was taken")
                .hasMessageContaining("reached its size")
                .extracting(e -> ((PushRefusedException) e).reason())
                .isEqualTo(Reason.NOT_STORED);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));

        spool.discard(spool.nextSealed(5, SECONDS));
        await().atMost(5, SECONDS)
                .until(() -> spool.state().condition() == SpoolState.Condition.OPEN);
        assertThat(push(JSON, "1")).hasSize(1);
    }

    @Test
    void aDiskThatFails_isNoSuccess_andRepeatingIsSafe() throws Exception {
        disk.failForce(true);
        assertThatThrownBy(() -> push(JSON, "[{\"t\":1},{\"t\":2}]"))
                .isInstanceOf(PushRefusedException.class)
                .hasMessageContaining("Of 2 messages 0 are stored for certain")
                .hasMessageContaining("same Idempotency-Key");
        assertThatThrownBy(() -> push(JSON, "[{\"t\":1},{\"t\":2}]"))
                .hasMessageContaining("Nothing was taken")
                .hasMessageContaining("disk of the spool refuses");

        disk.failForce(false);
        await().atMost(5, SECONDS)
                .until(() -> spool.state().condition() == SpoolState.Condition.OPEN);
        List<String> ids = push(JSON, "[{\"t\":1},{\"t\":2}]");
        assertThat(ids).hasSize(2);
        assertThat(SpoolSamples.messageIds(directory)).containsAll(ids);
        assertThat(Set.copyOf(SpoolSamples.messageIds(directory))).isEqualTo(Set.copyOf(ids));
    }

    @Test
    void aLargeBatchIsTakenAsAWhole() {
        String batch =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "{\"n\":" + i + "}")
                        .collect(Collectors.joining(",", "[", "]"));
        assertThat(push(JSON, batch)).hasSize(10_000).doesNotHaveDuplicates();
    }

    @Test
    void aStoppedSource_takesNothing() throws IOException {
        connector.stop();
        assertThatThrownBy(() -> push(JSON, "1"))
                .isInstanceOf(PushRefusedException.class)
                .extracting(e -> ((PushRefusedException) e).reason())
                .isEqualTo(Reason.NOT_RUNNING);
        assertThat(SpoolSamples.payloads(directory)).isEmpty();
    }

    private void spool(long bytes) throws IOException {
        spool = FaultyDisk.spool(directory, SpoolSamples.limits(1L << 40, bytes, 1 << 20), disk);
        source = new SpoolSource(spool);
        start("{}");
    }

    private void start(String config) {
        JsonNode settings = Json.read(config, JsonNode.class);
        connector =
                new PushConnector(source, PushSettings.of(settings), endpoints, Clock.systemUTC());
        connector.start();
    }

    private List<String> push(String type, String body) {
        return take("ann", type, body, null);
    }

    private List<String> take(String sender, String type, String body, String key) {
        return endpoints.take(
                source.id().value(), new PushedBody(type, null, body.getBytes(UTF_8), key), sender);
    }
}
