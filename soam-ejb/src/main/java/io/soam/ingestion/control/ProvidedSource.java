package io.soam.ingestion.control;

import io.soam.domain.message.IngestionId;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.platform.control.Json;
import java.time.Instant;
import java.util.Map;

/**
 * A data source that the server itself registers.
 *
 * @param wanted whether it runs before anybody has started it
 */
record ProvidedSource(String name, String typeName, Map<String, Object> settings, boolean wanted) {

    IngestionId ingestionId() {
        return IngestionId.ofSource(name, typeName);
    }

    /** Its configuration as JSON. */
    String config() {
        return Json.write(settings);
    }

    /** What is registered the first time. */
    RegisteredSource registered(String createdBy, Instant now) {
        RegisteredSource source = new RegisteredSource(name, typeName, config(), createdBy, now);
        source.want(wanted);
        return source;
    }
}
