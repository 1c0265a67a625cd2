package io.soam.ingestion.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.RecordingSource;
import io.soam.ingestion.connector.Trial;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.control.Json;
import io.soam.servers.Mosquitto;
import io.soam.servers.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions, qualities of service, certificates and passwords, and what is said when they fail. */
class MqttAccessIT {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir Path directory;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final MqttSubscriptions subscriptions = new MqttSubscriptions();
    private final TestAuthority authority = new TestAuthority("City");
    private Mosquitto broker;
    private Connector connector;

    @BeforeEach
    void prepare() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        if (connector != null) {
            connector.stop();
        }
        if (broker != null) {
            broker.close();
        }
        timer.shutdownNow();
        Awaitility.reset();
    }

    @ParameterizedTest
    @CsvSource({"5,1", "5,2", "3.1.1,1", "3.1.1,2"})
    void whatIsNotDurable_comesAgain(String version, int qos) throws IOException {
        open("allow_anonymous true");
        ObjectNode config = config().put("version", version).put("qos", qos);
        RecordingSource source = start(config);
        source.holdAcknowledgements();
        publish("not durable", qos);
        await().until(() -> source.taken().contains("not durable"));
        connector.stop();

        RecordingSource restarted = start(config);

        await().until(() -> restarted.stored().equals(List.of("not durable")));
        publish("next", qos);
        await().until(() -> restarted.stored().equals(List.of("not durable", "next")));
        assertThat(restarted.messages().get(0).header().metadata())
                .containsEntry("qos", String.valueOf(qos));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "3.1.1"})
    void qualityOfService0_isTaken(String version) throws IOException {
        open("allow_anonymous true");
        RecordingSource source = start(config().put("version", version).put("qos", 0));
        publish("once", 0);

        await().until(() -> source.stored().equals(List.of("once")));
    }

    @Test
    void topicsThatAreNoLongerConfigured_comeNoMore() throws IOException {
        open("allow_anonymous true");
        start(config());
        connector.stop();
        ObjectNode changed = config();
        changed.put("topics", "other/#");
        RecordingSource source = start(changed);
        // Taken back right after the new subscription is made: what comes in between may be taken.
        await().until(
                        () ->
                                subscriptions
                                        .beside(session(), List.of("$share/ingestor-group/other/#"))
                                        .isEmpty());
        publish("old", 1);
        publishTo("other/a", "new", 1);

        await().until(() -> source.taken().contains("new"));
        assertThat(source.taken()).containsExactly("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "3.1.1"})
    void aMessageTooLarge_isRefused_andTheNextIsTaken(String version) throws IOException {
        open("allow_anonymous true");
        RecordingSource source = start(config().put("version", version));
        Path huge =
                Files.write(directory.resolve("huge"), new byte[MqttDeliveries.LARGEST_PACKET + 1]);
        run("-t", "city/sensors/a", "-q", "1", "-f", huge.toString());
        publish("next", 1);

        await().until(() -> source.stored().equals(List.of("next")));
        assertThat(connector.health().status()).isEqualTo(SourceStatus.ACTIVE);
        assertThat(connector.health().details())
                .containsEntry("refused_messages", "5".equals(version) ? 0L : 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "3.1.1"})
    void certificatesOnBothSides(String version) throws Exception {
        TestAuthority.Identity own = authority.issue("soam");
        openSecure(authority.issue("broker"), true);
        ObjectNode config =
                config().put("version", version)
                        .put("tls", true)
                        .put("ca_certificate", authority.pem())
                        .put("client_certificate", own.certificatePem())
                        .put("client_key", own.keyPem());
        start(config);

        assertThat(trial(config).message()).startsWith("Connected and subscribed");
        assertThat(trial(config).reached()).isTrue();
    }

    @Test
    void aClientCertificateThatIsMissingOrExpired_isAskedFor() throws Exception {
        openSecure(authority.issue("broker"), true);
        ObjectNode config = config().put("tls", true).put("ca_certificate", authority.pem());
        assertRefused(config, "client certificate");

        TestAuthority.Identity expired = authority.issueExpired("soam");
        config.put("client_certificate", expired.certificatePem())
                .put("client_key", expired.keyPem());
        assertRefused(config, "client certificate");
    }

    @Test
    void aBrokerThatIsNotTrusted_isNotUsed() throws Exception {
        openSecure(authority.issue("broker"), false);

        assertRefused(config().put("tls", true), "not signed by an authority that is trusted");
        assertRefused(
                config().put("tls", true).put("ca_certificate", new TestAuthority("Other").pem()),
                "not signed by an authority that is trusted");
        assertRefused(config(), "whether it wants TLS");
    }

    @Test
    void aBrokerWhoseCertificateHasExpired_isNotUsed() throws Exception {
        openSecure(authority.issueExpired("broker"), false);

        assertRefused(
                config().put("tls", true).put("ca_certificate", authority.pem()), "has expired");
    }

    @Test
    void aPlainBroker_doesNotSpeakTls() throws Exception {
        open("allow_anonymous true");

        assertRefused(config().put("tls", true), "TLS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "3.1.1"})
    void passwords(String version) throws Exception {
        Path passwords = directory.resolve("passwords");
        new ProcessBuilder("mosquitto_passwd", "-b", "-c", passwords.toString(), "soam", "right")
                .start()
                .waitFor();
        open("allow_anonymous false\npassword_file " + passwords);
        ObjectNode config = config().put("version", version).put("username", "soam");

        assertRefused(config.deepCopy().put("password", "wrong"), "user name or password");
        assertRefused(config.deepCopy(), "user name or password");
        assertThat(trial(config.deepCopy().put("password", "right")).reached()).isTrue();
    }

    @Test
    void aTrialShowsWhatComes_andKeepsItsTime() throws Exception {
        open("allow_anonymous true");
        run("-t", "city/sensors/a", "-q", "1", "-r", "-m", "{\"t\":1}");
        Trial trial = trial(config());
        assertThat(trial.samples())
                .containsExactly(new Trial.Sample("city/sensors/a", "{\"t\":1}"));

        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long begun = System.nanoTime();
            assertRefused(config().put("port", silent.getLocalPort()), "does not answer");
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(LIMIT.multipliedBy(2));
        }
        broker.stop();
        assertRefused(config(), "refused");
        assertRefused(config().put("broker", "no-such-host.invalid"), "no host of that name");
    }

    private void assertRefused(ObjectNode config, String why) throws InterruptedException {
        Trial trial = trial(config);
        assertThat(trial.message()).startsWith("The broker ").contains(why);
        assertThat(trial.reached()).isFalse();
    }

    private static Trial trial(ObjectNode config) throws InterruptedException {
        return MqttTrial.of(MqttSettings.of(config), LIMIT);
    }

    private void open(String access) throws IOException {
        broker = new Mosquitto(directory, true, access);
        broker.start();
    }

    private void openSecure(TestAuthority.Identity identity, boolean clients) throws IOException {
        Path ca = Files.writeString(directory.resolve("ca.pem"), authority.pem());
        Path certificate =
                Files.writeString(directory.resolve("broker.pem"), identity.certificatePem());
        Path key = Files.writeString(directory.resolve("broker.key"), identity.keyPem());
        open(
                """
                allow_anonymous true
                cafile %s
                certfile %s
                keyfile %s
                require_certificate %s"""
                        .formatted(ca, certificate, key, clients));
    }

    private RecordingSource start(ObjectNode config) {
        RecordingSource source = new RecordingSource("soam-0");
        connector =
                new MqttConnector(
                        source,
                        MqttSettings.of(config),
                        subscriptions,
                        Clock.systemUTC(),
                        Executors.defaultThreadFactory(),
                        timer);
        connector.start();
        await().until(() -> connector.health().status() == SourceStatus.ACTIVE);
        return source;
    }

    private String session() {
        MqttSettings settings = MqttSettings.of(config());
        return settings.sessionName(MqttClientId.of(new RecordingSource("soam-0"), settings));
    }

    private ObjectNode config() {
        return Json.mapper()
                .createObjectNode()
                .put("broker", "127.0.0.1")
                .put("port", broker.port())
                .put("topics", "city/sensors/#");
    }

    private void publish(String payload, int qos) {
        publishTo("city/sensors/a", payload, qos);
    }

    private void publishTo(String topic, String payload, int qos) {
        run("-t", topic, "-q", String.valueOf(qos), "-m", payload);
    }

    private void run(String... arguments) {
        try {
            List<String> command =
                    new java.util.ArrayList<>(
                            List.of(
                                    "mosquitto_pub",
                                    "-h",
                                    "127.0.0.1",
                                    "-p",
                                    String.valueOf(broker.port())));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
