package io.soam.ingestion.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** How requests prove who sends them. */
sealed interface Authentication {

    /** Anyone may ask. */
    record None() implements Authentication {}

    /** A header of its own. */
    record Header(String name, String value) implements Authentication {

        /** Without the secret. */
        @Override
        public String toString() {
            return "header " + name;
        }
    }

    /** A parameter of the query. */
    record Parameter(String name, String value) implements Authentication {

        /** Without the secret. */
        @Override
        public String toString() {
            return "parameter " + name;
        }
    }

    /** Puts the proof into a request. */
    default void apply(Request.Builder request, HttpUrl url) {
        if (this instanceof Header header) {
            request.header(header.name(), header.value());
        } else if (this instanceof Parameter parameter) {
            request.url(
                    url.newBuilder()
                            .setQueryParameter(parameter.name(), parameter.value())
                            .build());
        }
    }

    static Authentication of(JsonNode config) {
        String type = config.path("auth_type").asText("none");
        return switch (type) {
            case "none" -> new None();
            case "bearer" -> new Header("Authorization", "Bearer " + token(config, "bearer token"));
            case "basic" -> basic(config);
            case "api_key" -> apiKey(config);
            default ->
                    throw new InvalidSourceConfigurationException(
                            "There is no authentication '" + type + "'.");
        };
    }

    private static Authentication basic(JsonNode config) {
        String username = config.path("username").asText("");
        if (username.isEmpty() || username.contains(":")) {
            throw new InvalidSourceConfigurationException(
                    "For basic authentication give a user name (without a colon) and a password.");
        }
        return new Header(
                "Authorization",
                Credentials.basic(
                        username, config.path("password").asText(""), StandardCharsets.UTF_8));
    }

    private static Authentication apiKey(JsonNode config) {
        String token = token(config, "API key");
        if ("query".equals(config.path("api_key_in").asText())) {
            return new Parameter(config.path("api_key_param").asText("api_key"), token);
        }
        return new Header(config.path("api_key_header").asText("X-API-Key"), token);
    }

    private static String token(JsonNode config, String what) {
        String token = config.path("auth_token").asText("").strip();
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidSourceConfigurationException(
                    "Give the "
                            + what
                            + " as auth_token; it consists of letters, digits and signs"
                            + " without spaces.");
        }
        return token;
    }
}
