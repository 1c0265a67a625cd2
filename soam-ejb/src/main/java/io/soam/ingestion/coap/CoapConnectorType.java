package io.soam.ingestion.coap;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorDescription;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.connector.Trial;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Data sources of type {@code coap}: on one replica, because two would bring all twice. */
@ApplicationScoped
public class CoapConnectorType implements ConnectorType {

    /** Name of the type. */
    public static final String NAME = "coap";

    @Resource ManagedThreadFactory threads;

    @Inject Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ConnectorDescription description() {
        return new ConnectorDescription(
                "CoAP Server",
                "Observes or polls the resources of a CoAP device.",
                "📶",
                "IoT",
                List.of("JSON", "CBOR", "Plain Text"),
                true,
                schema());
    }

    @Override
    public Connector connector(SourceContext context) {
        CoapSettings settings = CoapSettings.of(context.config());
        return settings.observe()
                ? new CoapObservingConnector(context, settings, clock, threads)
                : new CoapPollingConnector(context, settings, clock, threads);
    }

    @Override
    public Trial trial(JsonNode config, Duration limit) throws InterruptedException {
        return CoapTrial.of(CoapSettings.of(config), limit, threads);
    }

    private static String schema() {
        try (InputStream schema = CoapConnectorType.class.getResourceAsStream("coap.schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema is part of this archive", e);
        }
    }
}
