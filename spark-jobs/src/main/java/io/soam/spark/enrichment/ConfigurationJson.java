package io.soam.spark.enrichment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.soam.domain.enrichment.PipelineConfiguration;

/** Reads the document of {@code pipeline_configurations}. */
final class ConfigurationJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    // A newer WildFly may say more than this application knows.
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private ConfigurationJson() {}

    static PipelineConfiguration read(String document) {
        try {
            return JSON.readValue(document, PipelineConfiguration.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a pipeline configuration: " + document, e);
        }
    }
}
