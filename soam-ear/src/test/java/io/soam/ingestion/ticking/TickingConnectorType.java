package io.soam.ingestion.ticking;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorDescription;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.connector.Trial;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.ingestion.spool.StreamHeader;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** All that a new kind of data source needs: this class. It brings one message when it starts. */
@ApplicationScoped
public class TickingConnectorType implements ConnectorType {

    public static final String NAME = "ticking";

    private static final String SCHEMA =
            """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
             "required": ["word"], "additionalProperties": false,
             "properties": {"word": {"type": "string", "minLength": 2, "title": "Word"}}}
            """;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ConnectorDescription description() {
        return new ConnectorDescription(
                "Ticker", "Says a word.", "⏰", "Test", List.of("Plain Text"), true, SCHEMA);
    }

    @Override
    public Connector connector(SourceContext context) {
        return new Ticking(context);
    }

    @Override
    public Trial trial(JsonNode config, Duration limit) {
        return new Trial(true, "It would say " + config.path("word").asText() + ".", List.of());
    }

    private static final class Ticking implements Connector {

        private final SourceContext context;
        private volatile SourceStatus status = SourceStatus.INACTIVE;

        private Ticking(SourceContext context) {
            this.context = context;
        }

        @Override
        public void start() {
            changed(SourceStatus.ACTIVE);
            String word = context.config().path("word").asText();
            try {
                context.sink().stream(
                                new StreamHeader(context.ingestionId().value(), NAME, Map.of()))
                        .accept(
                                word.getBytes(StandardCharsets.UTF_8),
                                () -> changed(SourceStatus.ACTIVE));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void stop() {
            changed(SourceStatus.STOPPED);
        }

        @Override
        public ConnectorHealth health() {
            return new ConnectorHealth(status, null, null, Map.of());
        }

        private void changed(SourceStatus now) {
            status = now;
            context.changed(now, null);
        }
    }
}
