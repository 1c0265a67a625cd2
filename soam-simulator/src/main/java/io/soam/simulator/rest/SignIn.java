package io.soam.simulator.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How to get a token (OAuth 2): as a client with a secret, or as a user with a password.
 *
 * @param fields of the form that is posted to the token endpoint; holds secrets
 */
record SignIn(URI tokenUrl, Map<String, String> fields) {

    private static final String TOKEN_URL = "SOAM_TOKEN_URL";
    private static final String CLIENT = "SOAM_CLIENT_ID";
    private static final String CLIENT_SECRET = "SOAM_CLIENT_SECRET";
    private static final String USER = "SOAM_USER";
    private static final String PASSWORD = "SOAM_PASSWORD";

    static SignIn of(Map<String, String> environment) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", environment.getOrDefault(CLIENT, "soam-rest"));
        if (environment.containsKey(USER)) {
            fields.put("grant_type", "password");
            fields.put("username", environment.get(USER));
            fields.put("password", required(environment, PASSWORD));
        } else {
            fields.put("grant_type", "client_credentials");
            fields.put("client_secret", required(environment, CLIENT_SECRET));
        }
        return new SignIn(URI.create(required(environment, TOKEN_URL)), fields);
    }

    String form() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return "SignIn[" + tokenUrl + "]";
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    ("SOAM_URL asks for a registration, so %s must be set: %s and either %s and %s,"
                                    + " or %s and %s")
                            .formatted(name, TOKEN_URL, USER, PASSWORD, CLIENT, CLIENT_SECRET));
        }
        return value;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
