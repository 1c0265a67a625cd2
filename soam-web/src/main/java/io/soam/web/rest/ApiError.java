package io.soam.web.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The envelope of an answer that could not be given.
 *
 * @param status always {@code error}
 * @param message what went wrong and what to do, for people
 * @param detail more about it, such as the fields that are not valid; may be null
 * @param code what went wrong, for programs
 * @param requestId by which the request is found in the log
 */
@JsonPropertyOrder({"status", "message", "detail", "code", "request_id"})
public record ApiError(
        String status, String message, Object detail, String code, String requestId) {}
