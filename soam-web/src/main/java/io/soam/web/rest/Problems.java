package io.soam.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.soam.ingestion.boundary.DataSourceConflictException;
import io.soam.ingestion.boundary.InvalidDataSourceException;
import io.soam.ingestion.boundary.PushRefusedException;
import io.soam.ingestion.boundary.TrialRefusedException;
import io.soam.ingestion.boundary.UnknownDataSourceException;
import io.soam.platform.boundary.NotPermittedException;
import io.soam.quarantine.boundary.QuarantineUnavailableException;
import io.soam.quarantine.boundary.UndecidableMessageException;
import io.soam.quarantine.boundary.UnknownQuarantinedMessageException;
import io.soam.schema.boundary.MetadataUnavailableException;
import io.soam.schema.boundary.UnknownDatasetException;
import io.soam.web.WebLog;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Locale;
import java.util.Map;

/**
 * The one place where exceptions become answers. The text of an exception that nobody foresaw never
 * reaches the caller: it may tell what he must not know.
 */
public final class Problems {

    private static final Map<Integer, Problem> BY_STATUS =
            Map.of(
                    400, Problem.of(400, "bad_request", "The request cannot be read."),
                    401,
                            Problem.of(
                                    401,
                                    "unauthenticated",
                                    "Sign in, or send the access token of the identity provider as bearer"
                                            + " token."),
                    403,
                            Problem.of(
                                    403,
                                    "forbidden",
                                    "Your role does not allow this. Ask an administrator for the role that"
                                            + " does."),
                    404,
                            Problem.of(
                                    404,
                                    "not_found",
                                    "There is nothing at this address. /public/api-docs.xhtml lists what"
                                            + " there is."),
                    405,
                            Problem.of(
                                    405,
                                    "method_not_allowed",
                                    "This address does not know that method."),
                    406, Problem.of(406, "not_acceptable", "Only application/json is given."),
                    413,
                            Problem.of(
                                    413,
                                    "too_large",
                                    "The body is too large; no request may have more than 10 MiB. Send"
                                            + " it in parts."),
                    415,
                            Problem.of(
                                    415,
                                    "unsupported_media_type",
                                    "Send the request as application/json."));

    private static final Problem UNEXPECTED =
            Problem.of(
                    500,
                    "internal_error",
                    "Something unexpected went wrong. Tell an operator the request id; the log has the"
                            + " rest.");

    private Problems() {}

    /** What to say when an exception ended the work on a request; logs what nobody foresaw. */
    public static Problem of(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem.problem();
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return InvalidFields.problem(invalid);
        }
        if (failure instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        if (failure instanceof UnknownDataSourceException) {
            return Problem.of(404, "unknown_data_source", failure.getMessage());
        }
        if (failure instanceof InvalidDataSourceException invalid) {
            return InvalidFields.problem(invalid);
        }
        if (failure instanceof DataSourceConflictException) {
            return Problem.of(409, "data_source_conflict", failure.getMessage());
        }
        if (failure instanceof TrialRefusedException) {
            return Problem.of(503, "trial_refused", failure.getMessage());
        }
        if (failure instanceof QuarantineUnavailableException away) {
            return new Problem(503, away.code(), away.getMessage(), away.reason());
        }
        if (failure instanceof UnknownQuarantinedMessageException) {
            return Problem.of(404, "unknown_quarantined_message", failure.getMessage());
        }
        if (failure instanceof UndecidableMessageException) {
            return Problem.of(409, "undecidable_message", failure.getMessage());
        }
        if (failure instanceof UnknownDatasetException) {
            return Problem.of(404, "unknown_dataset", failure.getMessage());
        }
        if (failure instanceof MetadataUnavailableException) {
            WebLog.LOG.requestFailed(failure, failure.getClass().getSimpleName());
            return Problem.of(503, "metadata_unavailable", failure.getMessage());
        }
        if (failure instanceof PushRefusedException refused) {
            return pushRefused(refused);
        }
        if (failure instanceof NotPermittedException) {
            return Problem.of(403, "not_permitted", failure.getMessage());
        }
        if (failure instanceof EJBAccessException) {
            return ofStatus(403);
        }
        if (failure instanceof WebApplicationException web && isWrapper(web)) {
            return of(web.getCause());
        }
        if (failure instanceof WebApplicationException web) {
            return ofStatus(web.getResponse().getStatus());
        }
        if (isWrapper(failure)) {
            return of(failure.getCause());
        }
        WebLog.LOG.requestFailed(failure, failure.getClass().getSimpleName());
        return UNEXPECTED;
    }

    private static Problem pushRefused(PushRefusedException refused) {
        int status =
                switch (refused.reason()) {
                    case UNKNOWN -> 404;
                    case NOT_RUNNING -> 409;
                    case NOT_PERMITTED -> 403;
                    case TOO_LARGE -> 413;
                    case UNSUPPORTED -> 415;
                    case INVALID -> 400;
                    case NOT_STORED -> 503;
                };
        String code = "push_" + refused.reason().name().toLowerCase(Locale.ROOT);
        return Problem.of(status, code, refused.getMessage());
    }

    /** What to say when the server refused a request with an HTTP status alone. */
    public static Problem ofStatus(int status) {
        return BY_STATUS.getOrDefault(
                status,
                status >= 500
                        ? UNEXPECTED
                        : Problem.of(status, "refused", "Refused by the server."));
    }

    private static boolean isWrapper(Throwable failure) {
        boolean wraps =
                failure instanceof EJBException
                        || failure instanceof ProcessingException
                        || failure instanceof WebApplicationException;
        return wraps && failure.getCause() != null;
    }

    private static Problem unreadable(JsonProcessingException json) {
        String where =
                json.getLocation() == null
                        ? ""
                        : " (line %d, column %d)"
                                .formatted(
                                        json.getLocation().getLineNr(),
                                        json.getLocation().getColumnNr());
        boolean shape = json instanceof JsonMappingException;
        return Problem.of(
                400,
                "invalid_json",
                shape
                        ? "The body is JSON, but not of the expected shape" + where + "."
                        : "The body is not JSON" + where + ".");
    }
}
