package io.soam.ingestion.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.RecordingSource;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.control.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that hang, lie, or never stop, over plain sockets. */
class UnfriendlyServerTest {

    private final RecordingSource source = new RecordingSource("soam-0");
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private ServerSocket socket;
    private RestConnector connector;

    @BeforeEach
    void listen() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void end() throws IOException {
        over.countDown();
        connector.stop();
        socket.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 OK\\r\\nContent-Length: 100\\r\\n\\r\\n{} | No answer",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 99999999999\\r\\n\\r\\n{} | No answer",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz | No answer",
                "HTTP/1.1 200 OK\\r\\nContent-Encoding: gzip\\r\\nContent-Length: 3\\r\\n\\r\\nabc | No answer",
                "garbage | No answer",
                "HTTP/1.1 abc | No answer"
            })
    void lies_areErrors(String answer, String error) {
        serve(out -> out.write(answer.replace("\\r", "\r").replace("\\n", "\n").getBytes(UTF_8)));
        start("{}");

        await().atMost(5, SECONDS).until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(connector.health().error()).contains(error);
        assertThat(source.taken()).isEmpty();
    }

    @Test
    void silence_endsWithTheTimeLimit() {
        serve(out -> hang());
        start("{\"timeout\":1}");

        await().atMost(5, SECONDS).until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(connector.health().error()).contains("in time", "all together 1 s");
    }

    @Test
    void dripping_endsWithTheTimeLimit() {
        serve(
                out -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n[".getBytes(UTF_8));
                    while (over.getCount() > 0) {
                        out.write(' ');
                        out.flush();
                        awaitOver(Duration.ofMillis(100));
                    }
                });
        start("{\"timeout\":2}");

        await().atMost(10, SECONDS).until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(connector.health().error()).contains("in time");
    }

    @Test
    void anEndlessAnswer_endsWithTheSizeLimit() {
        serve(
                out -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
                    byte[] some = new byte[10_000];
                    while (over.getCount() > 0) {
                        out.write(some);
                    }
                });
        start("{\"max_response_bytes\":200000}");

        await().atMost(10, SECONDS).until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(connector.health().error()).contains("larger than 200000 bytes");
    }

    @Test
    void endlessHeaders_areAnError() {
        serve(
                out -> {
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
                    byte[] some = ("X-A: " + "b".repeat(1_000) + "\r\n").getBytes(UTF_8);
                    while (over.getCount() > 0) {
                        out.write(some);
                    }
                });
        start("{}");

        await().atMost(10, SECONDS).until(() -> connector.health().status() == SourceStatus.ERROR);
    }

    @Test
    void stopDoesNotWaitForASilentServer() throws Exception {
        serve(out -> hang());
        start("{\"timeout\":300}");
        assertThat(asked.await(5, SECONDS)).isTrue();

        long begun = System.nanoTime();
        connector.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(source.statuses())
                .containsExactly(SourceStatus.CONNECTING, SourceStatus.STOPPED);
    }

    @Test
    void nobodyThere_isSaid() throws IOException {
        socket.close();
        start("{}");

        await().atMost(5, SECONDS).until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(connector.health().error()).contains("Nothing answers at 127.0.0.1");
    }

    private interface Behaviour {
        void serve(OutputStream out) throws IOException;
    }

    private void serve(Behaviour behaviour) {
        Thread acceptor =
                new Thread(
                        () -> {
                            while (!socket.isClosed()) {
                                try (Socket connection = socket.accept()) {
                                    connection.getInputStream().read();
                                    asked.countDown();
                                    behaviour.serve(connection.getOutputStream());
                                } catch (IOException e) {
                                    // The client has gone, as it should; the next may come.
                                    asked.countDown();
                                }
                            }
                        });
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private void hang() {
        awaitOver(Duration.ofMinutes(1));
    }

    private void awaitOver(Duration limit) {
        try {
            assertThat(over.await(limit.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS))
                    .isIn(true, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(String rest) {
        JsonNode config = Json.read(rest, JsonNode.class);
        ((com.fasterxml.jackson.databind.node.ObjectNode) config)
                .put("url", "http://127.0.0.1:" + socket.getLocalPort() + "/data")
                .put("poll_interval", 30);
        connector =
                new RestConnector(
                        source,
                        RestSettings.of(config),
                        new TargetGuard(List.of("127.0.0.1")),
                        Clock.systemUTC(),
                        Thread::new);
        connector.start();
    }
}
