package io.soam.ingestion.coap;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The configuration of a CoAP data source, read.
 *
 * @param host name or address
 * @param port UDP port
 * @param resources paths, each beginning with a slash; a query may follow
 * @param observe whether notifications are asked for, rather than the value every interval
 * @param interval of polls
 * @param security null for plain CoAP
 * @param site the place that the source belongs to; null if none is configured
 */
record CoapSettings(
        String host,
        int port,
        List<String> resources,
        boolean observe,
        Duration interval,
        CoapSecurity security,
        String site) {

    private static final int DEFAULT_PORT = 5683;
    private static final int DEFAULT_SECURE_PORT = 5684;
    private static final int DEFAULT_INTERVAL = 60;

    /**
     * @throws InvalidSourceConfigurationException if it cannot work
     */
    static CoapSettings of(JsonNode config) {
        String host = text(config, "host");
        if (host == null) {
            throw new InvalidSourceConfigurationException(
                    "The host is missing. Give its name or address, such as sensor.example.org.");
        }
        boolean secure = "coaps".equals(config.path("scheme").asText());
        CoapSettings settings =
                new CoapSettings(
                        host,
                        config.path("port").asInt(secure ? DEFAULT_SECURE_PORT : DEFAULT_PORT),
                        resources(config.path("resources")),
                        !"poll".equals(config.path("mode").asText()),
                        Duration.ofSeconds(config.path("poll_interval").asInt(DEFAULT_INTERVAL)),
                        CoapSecurity.of(config, secure),
                        text(config, "site"));
        settings.resources.forEach(settings::check);
        return settings;
    }

    /** A text that is given and not blank, as forms send what was left empty; null otherwise. */
    static String text(JsonNode config, String field) {
        String text = config.path(field).asText("");
        return text.isBlank() ? null : text;
    }

    String scheme() {
        return security == null ? "coap" : "coaps";
    }

    String mode() {
        return observe ? "observe" : "poll";
    }

    /** Scheme, host and port, for people. */
    String address() {
        return scheme() + "://" + literal() + ":" + port;
    }

    /** Where a resource is. */
    String uri(String path) {
        return address() + path;
    }

    /** Without keys. */
    @Override
    public String toString() {
        return address() + " " + resources;
    }

    private String literal() {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private void check(String path) {
        try {
            URI uri = new URI(uri(path));
            if (uri.getHost() == null) {
                throw new InvalidSourceConfigurationException(
                        "'" + host + "' is no host name or address.");
            }
            if (uri.getFragment() != null) {
                throw new InvalidSourceConfigurationException(
                        "The resource '" + path + "' holds a #, which a path may not.");
            }
        } catch (URISyntaxException e) {
            throw new InvalidSourceConfigurationException(
                    "The resource '"
                            + path
                            + "' is no path. Give one such as /sensors/temperature; write other"
                            + " characters as %20.");
        }
    }

    private static List<String> resources(JsonNode node) {
        List<String> resources = new ArrayList<>();
        if (node.isTextual()) {
            resources.add(node.asText());
        }
        node.elements().forEachRemaining(resource -> resources.add(resource.asText()));
        List<String> paths =
                resources.stream()
                        .filter(resource -> !resource.isBlank())
                        .map(String::trim)
                        .map(resource -> resource.startsWith("/") ? resource : "/" + resource)
                        .distinct()
                        .toList();
        if (paths.isEmpty()) {
            throw new InvalidSourceConfigurationException(
                    "No resource is given. Give at least one path, such as /sensors/temperature.");
        }
        return paths;
    }
}
