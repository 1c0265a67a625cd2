package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.platform.control.Json;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings that a type's schema marks as secret: top-level properties that are {@code
 * writeOnly} or of format {@code password}.
 */
final class SecretSettings {

    private SecretSettings() {}

    static Set<String> of(ConnectorType type) {
        return Json.read(type.description().configSchema(), JsonNode.class)
                .path("properties")
                .properties()
                .stream()
                .filter(property -> isSecret(property.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isSecret(JsonNode property) {
        return property.path("writeOnly").asBoolean()
                || "password".equals(property.path("format").asText());
    }
}
