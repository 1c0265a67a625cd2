package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.platform.control.Json;
import io.soam.platform.control.SecretCipher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Keeps the secrets of configurations from the database and from people: what a type's schema marks
 * as secret is stored as {@code {"$sealed": "…"}} and opened only for a connector.
 */
@ApplicationScoped
public class SourceSecrets {

    private static final String SEALED = "$sealed";

    @Inject SecretCipher cipher;

    /** A configuration as it is stored. */
    ObjectNode seal(JsonNode config, ConnectorType type, String ingestionId) {
        ObjectNode sealed = config.deepCopy();
        for (String name : SecretSettings.of(type)) {
            JsonNode value = config.path(name);
            if (value.isTextual()) {
                sealed.putObject(name)
                        .put(SEALED, cipher.seal(value.asText(), place(ingestionId, name)));
            }
        }
        return sealed;
    }

    /**
     * A stored configuration as a connector needs it.
     *
     * @throws io.soam.platform.control.SealedSecretException if a secret cannot be opened
     */
    ObjectNode open(String stored, String ingestionId) {
        ObjectNode config = Json.read(stored, ObjectNode.class);
        config.properties()
                .forEach(
                        setting -> {
                            JsonNode sealed = setting.getValue().path(SEALED);
                            if (sealed.isTextual()) {
                                setting.setValue(
                                        config.textNode(
                                                cipher.open(
                                                        sealed.asText(),
                                                        place(ingestionId, setting.getKey()))));
                            }
                        });
        return config;
    }

    /**
     * A configuration that somebody sends without the secrets, which he cannot see, completed by
     * those that are known. A secret that is sent as null is removed.
     *
     * @param known the earlier configuration, opened
     */
    ObjectNode complete(JsonNode sent, JsonNode known, ConnectorType type) {
        ObjectNode complete = sent.deepCopy();
        for (String name : SecretSettings.of(type)) {
            if (complete.path(name).isNull()) {
                complete.remove(name);
            } else if (!complete.has(name) && known.path(name).isTextual()) {
                complete.set(name, known.get(name));
            }
        }
        return complete;
    }

    private static String place(String ingestionId, String name) {
        return ingestionId + "/" + name;
    }
}
