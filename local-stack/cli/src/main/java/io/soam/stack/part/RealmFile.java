package io.soam.stack.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The realm as code, and which state of it Keycloak has.
 *
 * @param imported remembers what was imported
 * @param portals where people sign in; part of the realm, so other portals make another realm
 */
record RealmFile(Path source, Path imported, List<String> portals) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PORTAL = "soam-portal";

    /**
     * Writes what Keycloak imports: the realm, in which the portal's client has an address for each
     * server. In production one name stands for all servers.
     */
    void writeTo(Path target) throws IOException {
        JsonNode realm = JSON.readTree(Files.readString(source));
        for (JsonNode client : realm.path("clients")) {
            if (client.path("clientId").asText().equals(PORTAL)) {
                ArrayNode addresses = ((ObjectNode) client).putArray("redirectUris");
                portals.forEach(portal -> addresses.add(portal + "/*"));
            }
        }
        Files.writeString(target, JSON.writeValueAsString(realm));
    }

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
            digest.update(String.join(" ", portals).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(source)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
