package io.soam.ingestion.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.ConfigSchema;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorDescription;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.connector.Trial;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Data sources of type {@code http_push}. They run on every replica, so any may be sent to. */
@ApplicationScoped
public class HttpPushConnectorType implements ConnectorType {

    /** Name of the type. */
    public static final String NAME = "http_push";

    @Inject PushEndpoints endpoints;

    @Inject Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ConnectorDescription description() {
        return new ConnectorDescription(
                "HTTP Push",
                "Takes messages that senders POST to this platform.",
                "📮",
                "Web Services",
                List.of("JSON", "NDJSON", "Plain Text", "Binary"),
                true,
                ConfigSchema.of(HttpPushConnectorType.class, "http_push.schema.json"));
    }

    @Override
    public Connector connector(SourceContext context) {
        return new PushConnector(context, PushSettings.of(context.config()), endpoints, clock);
    }

    @Override
    public boolean exclusive(JsonNode config) {
        return false;
    }

    /** There is no other side to reach. */
    @Override
    public Trial trial(JsonNode config, Duration limit) {
        return new Trial(
                true,
                "Nothing to reach: save it, then let senders POST their messages to /api/ingest/ and the"
                        + " ingestion id of the data source, with the access token of a user as bearer"
                        + " token.",
                List.of());
    }
}
