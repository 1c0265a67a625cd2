package io.soam.ingestion.control;

import io.soam.platform.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Where simulated devices are that a demonstration may take in. */
@ApplicationScoped
public class DemoConfig {

    static final ConfigKey<String> COAP_HOST =
            ConfigKey.of(
                    "soam.demo.coap-host",
                    String.class,
                    "",
                    "Host of a simulated CoAP sensor. If set, a data source for it is registered,"
                            + " to be started by whoever wants it.");
    static final ConfigKey<Integer> COAP_PORT =
            ConfigKey.of(
                    "soam.demo.coap-port",
                    Integer.class,
                    "5683",
                    "UDP port of the simulated CoAP sensor.");
    static final ConfigKey<String> REST_URL =
            ConfigKey.of(
                    "soam.demo.rest-url",
                    String.class,
                    "",
                    "Address of a simulated REST API, such as"
                            + " http://rest-api-simulator:8002/api/sensors/all. If set, a data"
                            + " source for it is registered, to be started by whoever wants it.");

    public static final List<ConfigKey<?>> KEYS = List.of(COAP_HOST, COAP_PORT, REST_URL);

    @Inject Config config;

    public Optional<String> coapHost() {
        return given(COAP_HOST);
    }

    public int coapPort() {
        return COAP_PORT.from(config);
    }

    public Optional<String> restUrl() {
        return given(REST_URL);
    }

    /** MicroProfile Config makes null of an empty text. */
    private Optional<String> given(ConfigKey<String> key) {
        return Optional.ofNullable(key.from(config)).filter(text -> !text.isBlank());
    }
}
