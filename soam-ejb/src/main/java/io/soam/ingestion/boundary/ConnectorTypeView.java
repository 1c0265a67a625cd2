package io.soam.ingestion.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A kind of data source.
 *
 * @param name what {@code type_name} refers to
 * @param displayName for people
 * @param description one sentence
 * @param icon an emoji
 * @param category such as {@code IoT}
 * @param supportedFormats payload formats
 * @param realTime whether messages come when they are made
 * @param configSchema JSON Schema (2020-12) of the configuration
 */
public record ConnectorTypeView(
        String name,
        String displayName,
        String description,
        String icon,
        String category,
        List<String> supportedFormats,
        boolean realTime,
        JsonNode configSchema) {}
