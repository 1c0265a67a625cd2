package io.soam.web.shell;

import io.soam.platform.boundary.Roles;
import io.soam.web.RequestId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Behind the template {@code shell.xhtml}. */
@Named("shell")
@RequestScoped
public class ShellView {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Inject FacesContext faces;

    /** {@code light} or {@code dark} as the user has chosen; null to follow the system. */
    public String getTheme() {
        String chosen = cookie("soam-theme");
        return "light".equals(chosen) || "dark".equals(chosen) ? chosen : null;
    }

    /** The user's time zone as the browser told it; UTC until it has. */
    public ZoneId getZone() {
        String zone = cookie("soam-zone");
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone.replace("%2F", "/"));
        } catch (DateTimeException e) {
            // Cookies are the user's to change; a zone that is none is like no zone.
            return ZoneOffset.UTC;
        }
    }

    /** The zone for people. */
    public String getZoneName() {
        ZoneId zone = getZone();
        return ZoneOffset.UTC.equals(zone) ? "UTC" : zone.getId();
    }

    /** A time of day in the user's zone. */
    public String clock(Instant at) {
        return at == null ? "" : CLOCK.withZone(getZone()).format(at);
    }

    /** The name the user signed in with; null on pages that are open to everyone. */
    public String getUser() {
        Principal user = external().getUserPrincipal();
        return user == null ? null : user.getName();
    }

    /** The first letters of the name. */
    public String getInitials() {
        String user = getUser();
        return user == null || user.isEmpty()
                ? ""
                : user.substring(0, Math.min(2, user.length())).toLowerCase(Locale.ROOT);
    }

    /** The highest role, for people. */
    public String getRole() {
        if (external().isUserInRole(Roles.ADMIN)) {
            return "Administrator";
        }
        return external().isUserInRole(Roles.USER) ? "User" : "Viewer";
    }

    /** By which the log tells more about an error. */
    public String getRequestId() {
        return RequestId.current();
    }

    private String cookie(String name) {
        return external().getRequestCookieMap().get(name) instanceof Cookie cookie
                ? cookie.getValue()
                : null;
    }

    private ExternalContext external() {
        return faces.getExternalContext();
    }
}
