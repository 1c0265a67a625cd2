package io.soam.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What the API has answered.
 *
 * @param status HTTP status
 * @param body JSON, always
 */
record Answer(int status, HttpHeaders headers, JsonNode body) {

    JsonNode data() {
        return body.path("data");
    }

    String text(String field) {
        return body.path(field).asText();
    }
}
