package io.soam.platform.boundary;

/**
 * The roles that Keycloak gives. Each contains the ones before it: a user is a viewer too, and an
 * administrator is both.
 */
public final class Roles {

    /** Reads what is public. */
    public static final String VIEWER = "viewer";

    /** Reads what is internal; makes and edits. */
    public static final String USER = "user";

    /** Does everything. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
