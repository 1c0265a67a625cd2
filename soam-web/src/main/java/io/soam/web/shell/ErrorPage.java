package io.soam.web.shell;

import io.soam.web.WebLog;
import io.soam.web.rest.JsonFormat;
import io.soam.web.rest.Problem;
import io.soam.web.rest.Problems;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says what went wrong: as JSON to a caller of the API, as a page to everyone else. */
@WebServlet("/public/error")
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String FOLDER = "/public/error/";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
            answer(request, response, status);
        } else {
            response.sendRedirect(request.getContextPath() + "/");
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, int status)
            throws ServletException, IOException {
        Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (isApi(request.getContextPath(), address)) {
            Problem problem = Problems.ofStatus(status);
            response.setStatus(problem.httpStatus());
            response.setContentType("application/json;charset=UTF-8");
            JsonFormat.MAPPER.writeValue(response.getOutputStream(), problem.body());
            return;
        }
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        String page = page(status, failure instanceof Throwable thrown ? thrown : null);
        request.getRequestDispatcher(FOLDER + page).forward(request, response);
    }

    private static boolean isApi(String context, Object address) {
        String prefix = context + "/api";
        return address instanceof String uri
                && (uri.equals(prefix) || uri.startsWith(prefix + "/"));
    }

    private static String page(int status, Throwable failure) {
        if (status == HttpServletResponse.SC_UNAUTHORIZED || isExpired(failure)) {
            return "expired.xhtml";
        }
        if (status == HttpServletResponse.SC_FORBIDDEN) {
            return "403.xhtml";
        }
        if (status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            return "404.xhtml";
        }
        if (failure != null) {
            WebLog.LOG.requestFailed(failure, failure.getClass().getSimpleName());
        }
        return "500.xhtml";
    }

    private static boolean isExpired(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException) {
                return true;
            }
        }
        return false;
    }
}
