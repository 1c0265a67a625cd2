package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.platform.control.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A data source's configuration as people may see it: the properties that the type's schema knows,
 * without those it marks as {@code writeOnly} or of format {@code password}.
 */
final class ShownSettings {

    private ShownSettings() {}

    static Map<String, Object> of(JsonNode config, String schema) {
        JsonNode properties = Json.read(schema, JsonNode.class).path("properties");
        Map<String, Object> shown = new LinkedHashMap<>();
        config.properties()
                .forEach(
                        field -> {
                            JsonNode property = properties.path(field.getKey());
                            if (property.isObject() && !SecretSettings.isSecret(property)) {
                                shown.put(
                                        field.getKey(),
                                        Json.mapper().convertValue(field.getValue(), Object.class));
                            }
                        });
        return shown;
    }
}
