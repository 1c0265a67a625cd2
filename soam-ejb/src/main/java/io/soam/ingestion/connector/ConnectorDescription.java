package io.soam.ingestion.connector;

import java.util.List;

/**
 * What people see of a {@link ConnectorType}.
 *
 * @param displayName such as {@code MQTT Broker}
 * @param description one sentence
 * @param icon an emoji
 * @param category such as {@code IoT}
 * @param supportedFormats payload formats, for display
 * @param realTime whether messages come when they are made, rather than when they are fetched
 * @param configSchema JSON Schema (2020-12) of the configuration
 */
public record ConnectorDescription(
        String displayName,
        String description,
        String icon,
        String category,
        List<String> supportedFormats,
        boolean realTime,
        String configSchema) {

    public ConnectorDescription {
        supportedFormats = List.copyOf(supportedFormats);
    }
}
