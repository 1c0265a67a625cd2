package io.soam.ingestion.control;

import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.mqtt.MqttConnectorType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The data sources that the server itself registers: the broker that every installation has, and
 * simulators, where configured. Nobody may be at home at a simulator's, so its data source is not
 * started before somebody wants it.
 */
@ApplicationScoped
class ProvidedSources {

    private static final String TOPICS = "smartcity/sensors/#";
    private static final String COAP_RESOURCE = "/sensors/temperature";
    private static final int POLL_SECONDS = 30;

    @Inject SourceRegistry registry;

    @Inject IngestionConfig ingestion;

    @Inject DemoConfig demo;

    /** Registers those that are missing; the others follow the configuration. */
    void register() {
        Stream.of(Optional.of(broker()), demo.coapHost().map(this::coap), rest())
                .flatMap(Optional::stream)
                .forEach(source -> registry.provide(source, RegisteredSource.SYSTEM));
    }

    private ProvidedSource broker() {
        return new ProvidedSource(
                DefaultSource.NAME,
                MqttConnectorType.NAME,
                Map.of(
                        "broker", ingestion.brokerHost(),
                        "port", ingestion.brokerPort(),
                        "topics", List.of(TOPICS),
                        "use_shared_subscription", ingestion.sharedSubscription(),
                        "shared_group", ingestion.sharedGroup()),
                true);
    }

    private ProvidedSource coap(String host) {
        return new ProvidedSource(
                "CoAP Temperature Simulator",
                "coap",
                Map.of(
                        "host",
                        host,
                        "port",
                        demo.coapPort(),
                        "resources",
                        List.of(COAP_RESOURCE),
                        "mode",
                        "observe"),
                false);
    }

    private Optional<ProvidedSource> rest() {
        return demo.restUrl()
                .map(
                        url ->
                                new ProvidedSource(
                                        "Smart City REST API Simulator",
                                        "rest_api",
                                        Map.of(
                                                "url",
                                                url,
                                                "method",
                                                "GET",
                                                "poll_interval",
                                                POLL_SECONDS,
                                                "data_path",
                                                "data",
                                                "headers",
                                                Map.of(
                                                        "Accept",
                                                        "application/json",
                                                        "User-Agent",
                                                        "SOAM-REST-Simulator/1.0")),
                                        false));
    }
}
