package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.connector.InvalidSetting;
import io.soam.platform.control.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks a configuration against the JSON Schema of its connector type: all of it. */
@ApplicationScoped
public class SettingsCheck {

    private final SchemaRegistry schemas =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    /** What is wrong; empty if nothing is. */
    public List<InvalidSetting> problems(JsonNode config, ConnectorType type) {
        String text = type.description().configSchema();
        Schema schema = compiled.computeIfAbsent(text, schemas::getSchema);
        JsonNode properties = Json.read(text, JsonNode.class).path("properties");
        List<InvalidSetting> problems = new ArrayList<>();
        for (Error error :
                schema.validate(
                        config,
                        context ->
                                context.executionConfig(
                                        execution -> execution.formatAssertionsEnabled(true)))) {
            InvalidSetting problem = problem(error, properties);
            if (problems.stream().noneMatch(known -> known.name().equals(problem.name()))) {
                problems.add(problem);
            }
        }
        return problems;
    }

    private static InvalidSetting problem(Error error, JsonNode properties) {
        String at = error.getInstanceLocation().toString().replaceFirst("^[/$.]+", "");
        String child = error.getProperty();
        return switch (error.getKeyword()) {
            case "required" ->
                    new InvalidSetting(
                            joined(at, child), title(properties, child) + " is required.");
            case "additionalProperties", "unevaluatedProperties" ->
                    new InvalidSetting(
                            joined(at, child),
                            "There is no such setting."
                                    + (at.isEmpty()
                                            ? " Known are " + names(properties) + "."
                                            : ""));
            default -> new InvalidSetting(at, title(properties, at) + " " + said(error) + ".");
        };
    }

    /** The library's words without the place, which is said in another way. */
    private static String said(Error error) {
        String message = error.getMessage();
        int colon = message.indexOf(": ");
        return colon >= 0 ? message.substring(colon + 2) : message;
    }

    private static String title(JsonNode properties, String path) {
        String top = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        String title = properties.path(top).path("title").asText("");
        return title.isEmpty() ? (path.isEmpty() ? "The configuration" : path) : title;
    }

    private static String joined(String parent, String child) {
        return parent.isEmpty() ? child : parent + "/" + child;
    }

    private static String names(JsonNode properties) {
        return String.join(", ", properties.properties().stream().map(Map.Entry::getKey).toList());
    }
}
