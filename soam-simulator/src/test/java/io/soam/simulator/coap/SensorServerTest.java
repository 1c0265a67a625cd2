package io.soam.simulator.coap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soam.simulator.sensor.Chance;
import io.soam.simulator.temperature.TemperatureSensor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapObserveRelation;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SensorServerTest {

    private SensorServer server;

    @BeforeEach
    void start() throws IOException {
        server = server(0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsWhatItHas() throws Exception {
        String links = get("/.well-known/core").getResponseText();

        assertThat(links).contains("</sensors/temperature>").contains("obs").contains("ct=50");
    }

    @Test
    void tellsTheNewestReading() throws Exception {
        CoapResponse response = get("/sensors/temperature");

        assertThat(response.getCode()).isEqualTo(ResponseCode.CONTENT);
        assertThat(response.getOptions().getContentFormat())
                .isEqualTo(MediaTypeRegistry.APPLICATION_JSON);
        JsonNode reading = new ObjectMapper().readTree(response.getResponseText());
        assertThat(reading.get("sensor_id").textValue()).isEqualTo("coap_temp_sensor");
        assertThat(reading.fieldNames())
                .toIterable()
                .contains("temperature", "humidity", "timestamp");
    }

    @Test
    void whatDoesNotExist_isNotFound() throws Exception {
        assertThat(get("/sensors/parking").getCode()).isEqualTo(ResponseCode.NOT_FOUND);
    }

    @Test
    void observersAreToldEachReading() throws Exception {
        Observations told = new Observations();
        CoapClient client = client("/sensors/temperature");
        CoapObserveRelation observation = client.observeAndWait(told);
        assertThat(observation.isCanceled()).isFalse();

        for (int reading = 1; reading <= 3; reading++) {
            int expected = reading + 1;
            server.measure();
            await().until(() -> told.texts.size() >= expected);
        }

        assertThat(told.texts).doesNotHaveDuplicates().hasSize(4);
        observation.proactiveCancel();
        client.shutdown();
    }

    @Test
    void takenPort_isNamed() {
        int port = server.port();

        try (SensorServer second = server(port)) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Cannot listen at UDP")
                    .hasMessageContaining(String.valueOf(port));
        }
    }

    private static SensorServer server(int port) {
        return new SensorServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                new TemperatureSensor("coap_temp_sensor", ZoneOffset.UTC, new Chance(1)),
                Clock.systemUTC());
    }

    private CoapResponse get(String path) throws Exception {
        CoapClient client = client(path);
        try {
            return client.get();
        } finally {
            client.shutdown();
        }
    }

    private CoapClient client(String path) {
        return new CoapClient("coap://127.0.0.1:%d%s".formatted(server.port(), path));
    }

    private static final class Observations implements CoapHandler {

        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        public void onLoad(CoapResponse response) {
            texts.add(response.getResponseText());
        }

        @Override
        public void onError() {
            texts.add("failed");
        }
    }
}
