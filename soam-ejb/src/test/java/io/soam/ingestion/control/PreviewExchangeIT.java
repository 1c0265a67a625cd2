package io.soam.ingestion.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soam.domain.message.MessageId;
import io.soam.domain.time.EventTimeParser;
import io.soam.ingestion.spool.EncodedHeader;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.ingestion.spool.StreamHeader;
import io.soam.platform.MapConfig;
import io.soam.replicas.control.TestReplica;
import io.soam.servers.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
class PreviewExchangeIT {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void previewsAreThoseOfAllServers_newestLast() throws Exception {
        try (Database database = Database.start();
                TestReplica first = new TestReplica(database, "soam-0").start();
                TestReplica second = new TestReplica(database, "soam-1").start()) {
            PreviewExchange here = exchange(first, "a:1", "a:3", "a:5");
            exchange(second, "a:2", "a:4", "b:9");

            PreviewExchange.Previewed one = here.look("a", 4);
            assertThat(one.silent()).isEmpty();
            assertThat(one.streams()).hasSize(1);
            assertThat(one.streams().get(0).kept()).isEqualTo(5);
            assertThat(payloads(one)).containsExactly("2", "3", "4", "5");

            PreviewExchange.Previewed names = here.look(null, 0);
            assertThat(names.streams())
                    .extracting(StreamPreview::ingestionId)
                    .containsExactly("a", "b");
            assertThat(payloads(names)).isEmpty();
            assertThat(here.look("unknown", 5).streams()).isEmpty();

            second.kill();
            await().until(() -> here.look("a", 4).silent().equals(List.of("soam-1")));
        }
    }

    private static List<String> payloads(PreviewExchange.Previewed previewed) {
        return previewed.streams().stream()
                .flatMap(stream -> stream.records().stream())
                .map(record -> new String(record.payload(), UTF_8))
                .toList();
    }

    private static PreviewExchange exchange(TestReplica replica, String... messages) {
        PreviewExchange exchange = new PreviewExchange();
        exchange.bus = replica.bus();
        exchange.buffers = new PreviewBuffers();
        exchange.buffers.clock = Clock.systemUTC();
        exchange.buffers.config = new IngestionConfig();
        exchange.buffers.config.config = new MapConfig(Map.of());
        exchange.buffers.configure();
        for (String message : messages) {
            String stream = message.substring(0, 1);
            String payload = message.substring(2);
            Instant at = NOON.plusSeconds(Long.parseLong(payload));
            exchange.buffers.add(
                    stream,
                    SpoolRecord.of(
                            EncodedHeader.of(new StreamHeader(stream, "mqtt", Map.of())),
                            at,
                            EventTimeParser.parse(null, at),
                            MessageId.ofKey(stream, payload),
                            false,
                            payload.getBytes(UTF_8)));
        }
        exchange.start();
        return exchange;
    }
}
