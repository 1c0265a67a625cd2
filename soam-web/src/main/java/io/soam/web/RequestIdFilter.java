package io.soam.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives every request its {@link RequestId}. A request that is refused before the filters, for want
 * of a token, gets it when its error page is made.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class RequestIdFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String given = response.getHeader(RequestId.HEADER);
        String id = given == null ? RequestId.of(request.getHeader(RequestId.HEADER)) : given;
        response.setHeader(RequestId.HEADER, id);
        RequestId.begin(id);
        try {
            chain.doFilter(request, response);
        } finally {
            RequestId.end();
        }
    }
}
