package io.soam.ingestion.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The configuration of a REST data source, read.
 *
 * @param url with its parameters, without anything secret
 * @param method GET or POST
 * @param pollInterval from the beginning of a poll to that of the next
 * @param headers as they are sent to the host of {@code url}, and to no other
 * @param body null if there is none
 * @param dataPath keys and indexes that lead to the records
 * @param authentication how requests prove who sends them
 * @param limits how long and how large an answer may be
 */
record RestSettings(
        HttpUrl url,
        String method,
        Duration pollInterval,
        Map<String, String> headers,
        String body,
        List<String> dataPath,
        Authentication authentication,
        ResponseLimits limits) {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");

    /** Headers that decide how a message is framed or where it goes. */
    private static final Set<String> OF_THE_CLIENT =
            Set.of(
                    "host",
                    "connection",
                    "content-length",
                    "transfer-encoding",
                    "accept-encoding",
                    "te",
                    "trailer",
                    "upgrade",
                    "expect",
                    "keep-alive",
                    "proxy-authorization",
                    "if-none-match",
                    "if-modified-since");

    private static final Set<String> SECRET = Set.of("authorization", "cookie");

    static RestSettings of(JsonNode config) {
        HttpUrl url = url(config);
        String method = config.path("method").asText("GET").toUpperCase(Locale.ROOT);
        return new RestSettings(
                url,
                method,
                Duration.ofSeconds(config.path("poll_interval").asInt(60)),
                headers(config),
                "POST".equals(method) ? body(config) : null,
                dataPath(config.path("data_path").asText("")),
                Authentication.of(config),
                ResponseLimits.of(config));
    }

    /** Where it fetches, for people: without the query, which may hold keys. */
    String endpoint() {
        return endpoint(url);
    }

    static String endpoint(HttpUrl url) {
        return url.newBuilder().username("").password("").query(null).fragment(null).toString();
    }

    private static HttpUrl url(JsonNode config) {
        String text = config.path("url").asText("").strip();
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            throw new InvalidSourceConfigurationException(
                    "The URL cannot be used. Give one such as https://api.example.org/v1/readings.");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new InvalidSourceConfigurationException(
                    "The URL holds a user name or password. Choose the authentication 'basic' and put them"
                            + " there, where they are kept secret.");
        }
        HttpUrl.Builder withParameters = url.newBuilder().fragment(null);
        config.path("params")
                .properties()
                .forEach(
                        parameter ->
                                withParameters.setQueryParameter(
                                        parameter.getKey(), parameter.getValue().asText()));
        return withParameters.build();
    }

    private static Map<String, String> headers(JsonNode config) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> header : config.path("headers").properties()) {
            String name = header.getKey();
            String value = header.getValue().asText();
            String lower = name.toLowerCase(Locale.ROOT);
            if (!TOKEN.matcher(name).matches() || !VALUE.matcher(value).matches()) {
                throw new InvalidSourceConfigurationException(
                        "The header '" + name + "' has characters that HTTP does not allow.");
            }
            if (OF_THE_CLIENT.contains(lower)) {
                throw new InvalidSourceConfigurationException(
                        "The header '" + name + "' is set by the platform itself. Remove it.");
            }
            if (SECRET.contains(lower)) {
                throw new InvalidSourceConfigurationException(
                        "Headers are shown to everyone. Remove '"
                                + name
                                + "' and use an authentication: bearer, basic, or api_key with '"
                                + name
                                + "' as its header.");
            }
            headers.put(name, value);
        }
        return headers;
    }

    private static String body(JsonNode config) {
        JsonNode body = config.path("body");
        return body.isMissingNode() || body.isNull() ? null : body.toString();
    }

    private static List<String> dataPath(String path) {
        String plain = path.strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\.", -1));
    }

    byte[] bodyBytes() {
        return body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    }
}
