package io.soam.stack.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soam.stack.home.SignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {

    private static final Path REALM = Path.of("../../keycloak/soam-realm.json");

    @TempDir Path directory;

    @Test
    void holdsNoSecret() throws IOException {
        JsonNode realm = realm();

        assertThat(realm.findValuesAsText("secret")).containsExactly("${SOAM_OIDC_SECRET}");
        assertThat(realm.path("users").findValuesAsText("value"))
                .containsExactlyElementsOf(
                        Arrays.stream(SignIn.values())
                                .map(SignIn::name)
                                .map(
                                        name ->
                                                "${SOAM_PASSWORD_"
                                                        + name.toUpperCase(Locale.ROOT)
                                                        + "}")
                                .toList());
    }

    @Test
    void eachUserHasTheRoleThatTheStackTells() throws IOException {
        List<String> people =
                elements(realm().path("users"))
                        .map(
                                user ->
                                        user.path("username").asText()
                                                + user.path("realmRoles").get(1))
                        .toList();

        assertThat(people)
                .containsExactlyElementsOf(
                        Arrays.stream(SignIn.values())
                                .map(user -> user.userName() + "\"" + user.role() + "\"")
                                .toList());
    }

    @Test
    void anotherContentOrPortalIsAnotherRealm() throws IOException {
        Path source = Files.writeString(directory.resolve("realm.json"), "{}");
        RealmFile realm = realm(source, "http://localhost:8080");
        assertThat(realm.hasChanged()).as("never imported").isFalse();

        realm.remember();
        assertThat(realm.hasChanged()).isFalse();
        assertThat(realm(source, "http://localhost:9080").hasChanged()).isTrue();

        Files.writeString(source, "{ }");
        assertThat(realm.hasChanged()).isTrue();
    }

    @Test
    void everyServerMaySignPeopleIn() throws IOException {
        Path target = directory.resolve("imported.json");
        List<String> portals = List.of("http://localhost:8080", "http://localhost:8280");

        new RealmFile(REALM, directory.resolve("realm.sha256"), portals).writeTo(target);

        JsonNode imported = new ObjectMapper().readTree(Files.readString(target));
        JsonNode portal =
                elements(imported.path("clients"))
                        .filter(client -> client.path("clientId").asText().equals("soam-portal"))
                        .findFirst()
                        .orElseThrow();
        assertThat(elements(portal.path("redirectUris")).map(JsonNode::asText))
                .containsExactly("http://localhost:8080/*", "http://localhost:8280/*");
        assertThat(portal.path("secret").asText()).isEqualTo("${SOAM_OIDC_SECRET}");
    }

    private RealmFile realm(Path source, String portal) {
        return new RealmFile(source, directory.resolve("realm.sha256"), List.of(portal));
    }

    private static JsonNode realm() throws IOException {
        return new ObjectMapper().readTree(Files.readString(REALM));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
