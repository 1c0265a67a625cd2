package io.soam.web.rest;

import io.soam.platform.boundary.PageRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a list a request wants. */
public class Paging {

    @QueryParam("page")
    @DefaultValue("1")
    @Min(value = 1, message = "Pages are counted from 1.")
    @Max(value = PageRequest.MAX_PAGE, message = "There is no such page.")
    @Parameter(description = "Number of the page, from 1")
    int page = 1;

    @QueryParam("page_size")
    @DefaultValue("50")
    @Min(value = 1, message = "A page has at least 1 item.")
    @Max(value = PageRequest.MAX_SIZE, message = "A page has at most 500 items.")
    @Parameter(description = "Most items of a page")
    int pageSize = PageRequest.DEFAULT_SIZE;

    /** The part as the boundaries want it. */
    public PageRequest request() {
        return new PageRequest(page, pageSize);
    }
}
