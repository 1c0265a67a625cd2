package io.soam.systemtest;

import com.fasterxml.jackson.databind.JsonNode;

/** What {@code soam credentials --json} tells. */
final class Credentials {

    private Credentials() {}

    static String password(JsonNode credentials, String user) {
        for (JsonNode person : credentials.path("users")) {
            if (person.path("name").asText().equals(user)) {
                return person.path("password").asText();
            }
        }
        throw new AssertionError("soam credentials knows no user " + user);
    }
}
