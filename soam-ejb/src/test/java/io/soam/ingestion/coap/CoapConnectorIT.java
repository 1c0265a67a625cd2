package io.soam.ingestion.coap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.RecordingSource;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.control.Json;
import io.soam.servers.TestAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoapConnectorIT {

    private static final int CBOR = 60;

    private CoapDevice device;
    private RecordingSource source;
    private Connector connector;

    @BeforeEach
    void prepare() throws IOException {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        device = new CoapDevice();
        source = new RecordingSource("soam-0");
    }

    @AfterEach
    void stop() {
        if (connector != null) {
            connector.stop();
        }
        device.close();
        Awaitility.reset();
    }

    @Test
    void notifications_areTaken_withWhatTheDeviceSaysOfThem() {
        CoapDevice.Value temperature = device.value("temperature", "{\"t\":1}");
        device.start();
        observe("/sensors/temperature");
        await().until(() -> source.taken().equals(List.of("{\"t\":1}")));
        temperature.tell("{\"t\":2}");

        await().until(() -> source.taken().equals(List.of("{\"t\":1}", "{\"t\":2}")));
        assertThat(source.messages().get(0).header().metadata())
                .containsEntry("topic", "/sensors/temperature")
                .containsEntry(
                        "resource_uri",
                        "coap://127.0.0.1:" + device.port() + "/sensors/temperature")
                .containsEntry("coap_code", "2.05")
                .containsEntry("content_format", "application/json")
                .containsEntry("mode", "observe")
                .containsEntry("original_source_id", source.ingestionId().value())
                .containsEntry("site", "Parkside");
        assertThat(source.streams())
                .containsExactly(source.ingestionId().stream("/sensors/temperature").value());
        assertThat(connector.health().details())
                .containsEntry("active_observations", 1L)
                .containsEntry("messages_received", 2L)
                .containsEntry("mode", "observe");
    }

    @Test
    void equalValuesWithoutATime_areReadingsOfTheirOwn() {
        CoapDevice.Value temperature = device.value("temperature", "{\"t\":1}");
        device.start();
        observe("/sensors/temperature");
        await().until(() -> source.taken().size() == 1);
        temperature.tell("{\"t\":1}");

        await().until(() -> source.taken().size() == 2);
        assertThat(source.messages())
                .extracting(RecordingSource.Taken::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void aDeviceThatIsRestarted_isObservedAgain() {
        CoapDevice.Value temperature = device.value("temperature", "{\"t\":1}").maxAge(2);
        device.start();
        observe("/sensors/temperature");
        await().until(() -> source.taken().contains("{\"t\":1}"));
        for (int i = 10; i < 20; i++) {
            temperature.tell("{\"t\":" + i + "}");
        }
        await().until(() -> source.taken().contains("{\"t\":19}"));

        device.stop();
        await().until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(connector.health().error())
                .contains("/sensors/temperature", "does not answer", "It is tried again.");
        temperature.change("{\"t\":3}");
        device.start();

        await().until(() -> source.taken().contains("{\"t\":3}"));
        await().until(() -> connector.health().status() == SourceStatus.ACTIVE);
        temperature.tell("{\"t\":4}");
        await().until(() -> source.taken().contains("{\"t\":4}"));
    }

    @Test
    void aDeviceThatForgetsWhoObserves_isAskedAgainWhenItsValueHasAged() {
        CoapDevice.Value temperature = device.value("temperature", "{\"t\":1}").maxAge(2);
        device.start();
        observe("/sensors/temperature");
        await().until(() -> source.taken().contains("{\"t\":1}"));
        device.stop();
        device.start();
        temperature.change("{\"t\":2}");

        await().until(() -> source.taken().contains("{\"t\":2}"));
        assertThat(source.statuses()).doesNotContain(SourceStatus.ERROR);
        assertThat(temperature.observers()).isEqualTo(1);
    }

    @Test
    void aDeviceThatComesLater_isObservedThen() {
        CoapDevice.Value temperature = device.value("temperature", "{\"t\":1}");
        observe("/sensors/temperature");
        await().until(() -> connector.health().status() == SourceStatus.ERROR);
        device.start();

        await().until(() -> connector.health().status() == SourceStatus.ACTIVE);
        temperature.tell("{\"t\":2}");
        await().until(() -> source.taken().contains("{\"t\":2}"));
    }

    @Test
    void oneResourceThatIsMissing_hindersNoOther_inBothModes() {
        device.value("temperature", "{\"t\":1}");
        device.start();
        observe("/sensors/none", "/sensors/temperature");

        await().until(() -> source.taken().contains("{\"t\":1}"));
        await().until(() -> connector.health().status() == SourceStatus.ACTIVE);
        await().until(() -> errors().containsKey("/sensors/none"));
        assertThat(errors().get("/sensors/none")).contains("4.04");
        assertThat(connector.health().details()).containsEntry("active_observations", 1L);
        connector.stop();

        source = new RecordingSource("soam-0");
        poll("/sensors/none", "/sensors/temperature");
        await().until(() -> source.stored().contains("{\"t\":1}"));
        await().until(() -> connector.health().status() == SourceStatus.ACTIVE);
        assertThat(errors()).containsOnlyKeys("/sensors/none");
    }

    @Test
    void whatCannotBeObserved_isSaid() {
        device.value("temperature", "{\"t\":1}").notObservable();
        device.start();
        observe("/sensors/temperature");

        await().until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(connector.health().error()).contains("Choose mode poll");
    }

    @Test
    void polls_bringAValueEachTime() {
        CoapDevice.Value temperature = device.value("temperature", "{\"t\":1}");
        device.start();
        poll("/sensors/temperature");
        await().until(() -> source.stored().size() >= 1);
        temperature.change("{\"t\":2}");

        await().until(() -> source.stored().contains("{\"t\":2}"));
        assertThat(source.messages().get(0).header().metadata()).containsEntry("mode", "poll");
        assertThat(source.messages().get(0).key()).isNotNull();
        assertThat(connector.health().details()).containsEntry("poll_interval", 5L);

        device.stop();
        await().until(() -> connector.health().status() == SourceStatus.ERROR);
        temperature.change("{\"t\":3}");
        device.start();
        await().until(() -> source.stored().contains("{\"t\":3}"));
    }

    @Test
    void cbor_isStoredAsJson_andWhatIsNoneAsItCame() throws IOException {
        byte[] cbor = new ObjectMapper(new CBORFactory()).writeValueAsBytes(Map.of("t", 21.5));
        device.value("cbor", "").set(cbor, CBOR);
        device.value("broken", "").set(new byte[] {'n', 'o'}, CBOR);
        device.value("text", "").set("plain".getBytes(StandardCharsets.UTF_8), 0);
        device.start();
        poll("/sensors/cbor", "/sensors/broken", "/sensors/text");

        await().until(() -> source.stored().size() >= 3);
        assertThat(source.stored()).contains("{\"t\":21.5}", "no", "plain");
        assertThat(metadata("{\"t\":21.5}"))
                .containsEntry("content_format", "application/cbor")
                .containsEntry("converted_from", "cbor");
        assertThat(metadata("no"))
                .containsEntry("content_format", "application/cbor")
                .doesNotContainKey("converted_from");
        assertThat(metadata("plain")).containsEntry("content_format", "text/plain");
    }

    @Test
    void aBodyInBlocks_isTaken_andOneTooLargeIsRefusedInWords() {
        String large = "{\"t\":\"" + "x".repeat(50_000) + "\"}";
        device.value("large", large);
        device.value("huge", "x".repeat(CoapPeer.LARGEST_BODY + 1));
        device.start();
        poll("/sensors/large", "/sensors/huge");

        await().until(() -> source.stored().contains(large));
        await().until(() -> errors().containsKey("/sensors/huge"));
        assertThat(source.stored()).allMatch(large::equals);
    }

    @Test
    void whatIsAcknowledgedWhileTheSpoolIsBlocked_isTakenLater() {
        CoapDevice.Value temperature = device.value("temperature", "{\"t\":0}");
        device.start();
        observe("/sensors/temperature");
        await().until(() -> source.taken().size() == 1);
        source.block();
        for (int i = 1; i <= 5; i++) {
            int sent = i;
            temperature.tell("{\"t\":" + i + "}");
            await().until(() -> device.acknowledged() == sent);
        }
        assertThat(source.taken()).hasSize(1);
        source.unblock();

        await().until(() -> source.taken().size() == 6);
        assertThat(source.taken()).last().isEqualTo("{\"t\":5}");
    }

    @Test
    void aSharedKey_securesObservation_alsoAfterTheDeviceWasRestarted() {
        CoapDevice.Value temperature = device.value("temperature", "{\"t\":1}").maxAge(2);
        device.sharedKey("soam", "secret-of-both".getBytes(StandardCharsets.UTF_8)).start();
        start(
                config("observe", "/sensors/temperature")
                        .put("scheme", "coaps")
                        .put("psk_identity", "soam")
                        .put("psk_key", "secret-of-both"));
        await().until(() -> source.taken().contains("{\"t\":1}"));

        device.stop();
        temperature.change("{\"t\":2}");
        device.start();

        await().until(() -> source.taken().contains("{\"t\":2}"));
        await().until(() -> connector.health().status() == SourceStatus.ACTIVE);
        temperature.tell("{\"t\":3}");
        await().until(() -> source.taken().contains("{\"t\":3}"));
    }

    @Test
    void certificates_secureInBothDirections() {
        TestAuthority authority = new TestAuthority("City");
        TestAuthority.Identity own = authority.issue("soam");
        device.value("temperature", "{\"t\":1}");
        device.certificate(authority.issue("device"), authority).start();
        start(
                config("poll", "/sensors/temperature")
                        .put("scheme", "coaps")
                        .put("ca_certificate", authority.pem())
                        .put("client_certificate", own.certificatePem())
                        .put("client_key", own.keyPem()));

        await().until(() -> source.stored().contains("{\"t\":1}"));
    }

    @Test
    void stopping_leavesNoThread() {
        device.value("temperature", "{\"t\":1}");
        device.start();
        observe("/sensors/temperature");
        await().until(() -> source.taken().size() == 1);
        connector.stop();

        assertThat(source.statuses()).endsWith(SourceStatus.STOPPED);
        await().until(
                        () ->
                                Thread.getAllStackTraces().keySet().stream()
                                        .noneMatch(
                                                thread -> thread.getName().startsWith("coap-it")));
    }

    private Map<String, String> metadata(String payload) {
        return source.messages().stream()
                .filter(message -> message.payload().equals(payload))
                .findFirst()
                .orElseThrow()
                .header()
                .metadata();
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> errors() {
        return (Map<String, String>) connector.health().details().get("resource_errors");
    }

    private void observe(String... resources) {
        start(config("observe", resources));
    }

    private void poll(String... resources) {
        start(config("poll", resources));
    }

    private void start(ObjectNode config) {
        CoapSettings settings = CoapSettings.of(config);
        java.util.concurrent.ThreadFactory threads =
                work -> {
                    Thread thread = Executors.defaultThreadFactory().newThread(work);
                    thread.setName("coap-it-" + thread.getName());
                    thread.setDaemon(true);
                    return thread;
                };
        connector =
                settings.observe()
                        ? new CoapObservingConnector(source, settings, Clock.systemUTC(), threads)
                        : new CoapPollingConnector(source, settings, Clock.systemUTC(), threads);
        connector.start();
    }

    private ObjectNode config(String mode, String... resources) {
        ObjectNode config =
                Json.mapper()
                        .createObjectNode()
                        .put("host", "127.0.0.1")
                        .put("port", device.port())
                        .put("mode", mode)
                        .put("poll_interval", 5)
                        .put("site", "Parkside");
        for (String resource : resources) {
            config.withArray("resources").add(resource);
        }
        return config;
    }
}
