package io.soam.operations.control;

import io.soam.platform.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Configuration of what is watched. */
@ApplicationScoped
public class OperationsConfig {

    static final ConfigKey<URI> OIDC_URL =
            ConfigKey.of(
                    "soam.oidc.url",
                    URI.class,
                    "http://localhost:8180/realms/soam",
                    "Address of the Keycloak realm that knows the people. Use https outside one machine.");

    public static final List<ConfigKey<?>> KEYS = List.of(OIDC_URL);

    @Inject Config config;

    public URI oidcUrl() {
        return OIDC_URL.from(config);
    }
}
