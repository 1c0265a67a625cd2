package io.soam.ingestion.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import java.nio.charset.StandardCharsets;

/**
 * Who we are to the broker.
 *
 * @param username null if it takes anyone, or knows us by our certificate
 * @param password null if the name is enough
 */
record MqttLogin(String username, String password) {

    static MqttLogin of(JsonNode config) {
        MqttLogin login =
                new MqttLogin(
                        MqttSettings.text(config, "username"),
                        MqttSettings.text(config, "password"));
        if (login.username == null && login.password != null) {
            throw new InvalidSourceConfigurationException(
                    "A password is given without a user name. Give both, or neither.");
        }
        return login;
    }

    boolean isAnonymous() {
        return username == null;
    }

    /** As it goes over the line; null if there is none. */
    byte[] passwordBytes() {
        return password == null ? null : password.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return String.valueOf(username);
    }
}
