package io.soam.ingestion.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.ConfigSchema;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorDescription;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.connector.Trial;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Data sources of type {@code rest_api}. */
@ApplicationScoped
public class RestConnectorType implements ConnectorType {

    /** Name of the type. */
    public static final String NAME = "rest_api";

    @Resource ManagedThreadFactory threads;

    @Inject RestConfig config;

    @Inject Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ConnectorDescription description() {
        return new ConnectorDescription(
                "REST API",
                "Fetches a web address again and again.",
                "🌐",
                "Web Services",
                List.of("JSON", "XML", "Plain Text"),
                false,
                ConfigSchema.of(RestConnectorType.class, "rest_api.schema.json"));
    }

    @Override
    public Connector connector(SourceContext context) {
        return new RestConnector(
                context, RestSettings.of(context.config()), config.guard(), clock, threads);
    }

    @Override
    public Trial trial(JsonNode sourceConfig, Duration limit) {
        return RestTrial.of(RestSettings.of(sourceConfig), config.guard(), clock, limit);
    }
}
