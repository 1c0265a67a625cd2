package io.soam.web.rest;

import io.soam.web.RequestId;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Why a request could not be answered.
 *
 * @param httpStatus the HTTP status
 * @param code the same for programs, stable
 * @param message what went wrong and what to do, for people
 * @param detail more about it; may be null
 */
public record Problem(int httpStatus, String code, String message, Object detail) {

    private static final int UNAVAILABLE = 503;

    /** Long enough for an upload to make room, short enough for senders with little memory. */
    private static final int RETRY_SECONDS = 5;

    static Problem of(int httpStatus, String code, String message) {
        return new Problem(httpStatus, code, message, null);
    }

    /** What is sent. */
    public ApiError body() {
        return new ApiError("error", message, detail, code, RequestId.current());
    }

    /** The answer for a caller of the API. */
    public Response response() {
        Response.ResponseBuilder response =
                Response.status(httpStatus).type(MediaType.APPLICATION_JSON_TYPE).entity(body());
        if (httpStatus == UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return response.build();
    }
}
