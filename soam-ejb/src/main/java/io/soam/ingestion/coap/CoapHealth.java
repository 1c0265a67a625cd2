package io.soam.ingestion.coap;

import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.entity.SourceStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the health of a CoAP source tells. */
final class CoapHealth {

    private CoapHealth() {}

    /** Of a source that has not been started. */
    static ConnectorHealth ofIdle(CoapSettings settings) {
        return new ConnectorHealth(
                SourceStatus.INACTIVE, null, null, details(settings, 0, Map.of(), Map.of()));
    }

    /**
     * @param errors what is wrong, by resource
     * @param others what only this mode has
     */
    static Map<String, Object> details(
            CoapSettings settings,
            long received,
            Map<String, String> errors,
            Map<String, Object> others) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("host", settings.host());
        details.put("port", settings.port());
        details.put("scheme", settings.scheme());
        details.put("mode", settings.mode());
        details.put("resources", settings.resources());
        details.put("messages_received", received);
        details.put("resource_errors", errors);
        details.putAll(others);
        return details;
    }
}
