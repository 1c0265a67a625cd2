package io.soam.stack.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The realm as code, and which state of it Keycloak has.
 *
 * @param imported remembers what was imported
 * @param portal goes into the realm's addresses, so another portal makes another realm
 */
record RealmFile(Path source, Path imported, String portal) {

    /** True when Keycloak has a realm, but not this one. */
    boolean hasChanged() throws IOException {
        return Files.exists(imported) && !Files.readString(imported).equals(digest());
    }

    void remember() throws IOException {
        Files.writeString(imported, digest());
    }

    private String digest() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(portal.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(source)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
