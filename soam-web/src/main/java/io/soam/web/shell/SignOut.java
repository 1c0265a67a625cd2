package io.soam.web.shell;

import io.soam.web.WebLog;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;

/** Ends the session here and at the identity provider. */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !"same-origin".equals(site)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Principal user = request.getUserPrincipal();
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (user != null) {
            WebLog.LOG.signedOut(user.getName());
        }
        response.sendRedirect(request.getContextPath() + "/public/bye.xhtml");
    }

    /** Whoever signs in again after an expired session lands here: there is nothing to see. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/");
    }
}
