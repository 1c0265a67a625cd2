package io.soam.ingestion.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.ConfigSchema;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import io.soam.platform.control.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestSettingsTest {

    @Test
    void theDefaultsAreThoseOfTheSchema() {
        RestSettings settings = settings("{'url':'https://a.example/x?y=1#z'}");
        JsonNode schema =
                Json.read(
                        ConfigSchema.of(RestConnectorType.class, "rest_api.schema.json"),
                        JsonNode.class);
        JsonNode properties = schema.path("properties");

        assertThat(settings.method()).isEqualTo(properties.at("/method/default").asText());
        assertThat(settings.pollInterval().toSeconds())
                .isEqualTo(properties.at("/poll_interval/default").asLong());
        assertThat(settings.limits())
                .isEqualTo(
                        new ResponseLimits(
                                Duration.ofSeconds(
                                        properties.at("/connect_timeout/default").asLong()),
                                Duration.ofSeconds(properties.at("/timeout/default").asLong()),
                                properties.at("/max_response_bytes/default").asInt()));
        assertThat(settings.authentication()).isInstanceOf(Authentication.None.class);
        assertThat(settings.url()).hasToString("https://a.example/x?y=1");
        assertThat(settings.endpoint()).isEqualTo("https://a.example/x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'url':'ftp://a.example/'} | The URL cannot be used",
                "{'url':'https://'} | The URL cannot be used",
                "{'url':'https://ann:secret@a.example/'} | Choose the authentication 'basic'",
                "{'url':'https://a.example','headers':{'Host':'b'}} | set by the platform itself",
                "{'url':'https://a.example','headers':{'Authorization':'b'}} | shown to everyone",
                "{'url':'https://a.example','headers':{'cookie':'b'}} | shown to everyone",
                "{'url':'https://a.example','headers':{'X\\nY':'b'}} | does not allow",
                "{'url':'https://a.example','headers':{'X':'a\\r\\nY: b'}} | does not allow",
                "{'url':'https://a.example','auth_type':'bearer'} | auth_token",
                "{'url':'https://a.example','auth_type':'api_key','auth_token':'a\\nb'} | auth_token",
                "{'url':'https://a.example','auth_type':'basic'} | user name"
            })
    void whatCannotWork_isRefused(String config, String message) {
        assertThatThrownBy(() -> settings(config))
                .isInstanceOf(InvalidSourceConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void secretsAreNotPrinted() {
        RestSettings settings =
                settings("{'url':'https://a.example','auth_type':'bearer','auth_token':'abc'}");
        assertThat(settings.toString()).doesNotContain("abc");
    }

    @ParameterizedTest
    @CsvSource({
        "120,PT2M",
        "'Tue, 24 Nov 2026 10:00:30 GMT',PT30S",
        "'Tue, 24 Nov 2026 09:00:00 GMT',PT0S",
        "999999999999999999,PT24H",
        "soon,",
        "-1,",
        ","
    })
    void retryAfterIsReadAndBounded(String header, Duration pause) {
        assertThat(RetryAfter.of(header, Instant.parse("2026-11-24T10:00:00Z"))).isEqualTo(pause);
    }

    private static RestSettings settings(String config) {
        return RestSettings.of(Json.read(config.replace('\'', '"'), JsonNode.class));
    }
}
