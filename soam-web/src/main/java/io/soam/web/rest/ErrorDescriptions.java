package io.soam.web.rest;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to the description of every operation how it fails, so that no resource has to repeat it.
 */
public class ErrorDescriptions implements OASFilter {

    private static final Map<String, String> FAILURES =
            Map.of(
                    "401", "No token, or one that is not valid",
                    "403", "The role does not allow it",
                    "422", "A field is not valid; detail says which and why",
                    "500", "Something unexpected; the log has more under the request id");

    private static final String SCHEMA = "Error";

    @Override
    public Operation filterOperation(Operation operation) {
        FAILURES.forEach(
                (status, text) -> operation.getResponses().addAPIResponse(status, failure(text)));
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        document.getComponents()
                .addSchema(
                        SCHEMA,
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .addProperty("status", text)
                                .addProperty("message", text)
                                .addProperty("detail", OASFactory.createSchema())
                                .addProperty("code", text)
                                .addProperty("request_id", text));
    }

    private static APIResponse failure(String description) {
        Schema reference = OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA);
        return OASFactory.createAPIResponse()
                .description(description)
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        "application/json",
                                        OASFactory.createMediaType().schema(reference)));
    }
}
