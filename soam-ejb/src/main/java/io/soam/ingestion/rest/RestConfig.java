package io.soam.ingestion.rest;

import io.soam.platform.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Configuration of data sources of type {@code rest_api}. */
@ApplicationScoped
public class RestConfig {

    static final ConfigKey<String> ALLOWED_HOSTS =
            ConfigKey.of(
                    "soam.rest.allowed-hosts",
                    String.class,
                    "",
                    "Hosts that REST data sources may poll although they are in this machine's own or a"
                            + " private network: names or addresses as the URL has them, each with :port for"
                            + " that port only, separated by commas.");

    public static final List<ConfigKey<?>> KEYS = List.of(ALLOWED_HOSTS);

    @Inject Config config;

    TargetGuard guard() {
        return new TargetGuard(List.of(ALLOWED_HOSTS.from(config).split(",")));
    }
}
