package io.soam.web.rest.ingestion;

import io.soam.ingestion.boundary.PushReceipt;
import io.soam.ingestion.boundary.PushedBody;
import io.soam.ingestion.boundary.Pushes;
import io.soam.platform.boundary.Roles;
import io.soam.web.rest.Envelope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where senders send their messages to. */
@Path("/ingest")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class IngestResource {

    private static final String IDENTITY = "identity";

    @Inject Pushes pushes;

    /** Takes messages, and answers when they are durable. */
    @POST
    @Path("{ingestion_id}")
    @Consumes({
        MediaType.APPLICATION_JSON,
        "application/*+json",
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_OCTET_STREAM
    })
    @RolesAllowed(Roles.USER)
    @Operation(
            summary = "Sends messages to a data source of type http_push",
            description =
                    "A JSON document is one message, a JSON array one for each element, NDJSON one for"
                            + " each line; text and bytes are one message. All are taken or none is. The"
                            + " answer comes when all are on stable storage. Sent again with the same"
                            + " Idempotency-Key they are the same messages, whatever they hold; without"
                            + " one, equal content is the same message.")
    @RequestBody(required = true, description = "The messages; 8 MiB and 10,000 at most by default")
    @APIResponse(responseCode = "200", description = "All are durable; data has their ids")
    @APIResponse(responseCode = "404", description = "No such data source of type http_push")
    @APIResponse(responseCode = "409", description = "The data source is stopped or disabled")
    @APIResponse(responseCode = "413", description = "The body is too large, or has too many")
    @APIResponse(responseCode = "415", description = "Another format")
    @APIResponse(
            responseCode = "503",
            description = "Not all could be stored; send it again after Retry-After seconds")
    public Envelope<PushReceipt> push(
            @PathParam("ingestion_id") String ingestionId,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding,
            InputStream body)
            throws IOException {
        if (encoding != null && !IDENTITY.equalsIgnoreCase(encoding.strip())) {
            throw new NotSupportedException();
        }
        // One byte more than is allowed is enough to see that it is too large.
        byte[] bytes = body.readNBytes(pushes.maxBodyBytes() + 1);
        PushReceipt receipt =
                pushes.push(
                        ingestionId,
                        new PushedBody(name(type), charset(type), bytes, idempotencyKey));
        return Envelope.of(receipt, "All messages are stored.");
    }

    private static String name(MediaType type) {
        return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    }

    private static Charset charset(MediaType type) {
        String name = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new BadRequestException("The character set is not known", e);
        }
    }
}
