package io.soam.simulator.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A status code and a body. */
record ApiAnswer(int status, ObjectNode body) {

    static ApiAnswer ok(ObjectNode body) {
        return new ApiAnswer(200, body);
    }

    static ApiAnswer notFound(String path) {
        return error(404, "There is no " + path);
    }

    static ApiAnswer error(int status, String message) {
        return new ApiAnswer(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("status", "error")
                        .put("message", message));
    }
}
