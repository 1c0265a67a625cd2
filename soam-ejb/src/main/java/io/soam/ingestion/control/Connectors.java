package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.platform.control.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of data sources that this server knows. */
@ApplicationScoped
public class Connectors {

    @Inject @Any Instance<ConnectorType> types;

    /** The connector type of that name. */
    public Optional<ConnectorType> type(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** All connector types, by their names for people. */
    public List<ConnectorType> types() {
        return types.stream()
                .sorted(Comparator.comparing(type -> type.description().displayName()))
                .toList();
    }

    /** The names of all types, for messages. */
    String typeNames() {
        return types.stream().map(ConnectorType::name).sorted().collect(Collectors.joining(", "));
    }

    /** A type's name for people; its plain name if it is not known here. */
    public String displayName(String typeName) {
        return type(typeName).map(type -> type.description().displayName()).orElse(typeName);
    }

    /** The configuration of a data source without what its type marks as secret. */
    public Map<String, Object> publicConfig(RegisteredSource source) {
        JsonNode config = Json.read(source.getConfig(), JsonNode.class);
        return type(source.getTypeName())
                .map(type -> ShownSettings.of(config, type.description().configSchema()))
                .orElse(Map.of());
    }

    /** Names of the settings of a data source that its type marks as secret and that are set. */
    public List<String> secretsSet(RegisteredSource source) {
        JsonNode config = Json.read(source.getConfig(), JsonNode.class);
        return type(source.getTypeName()).map(SecretSettings::of).orElse(Set.of()).stream()
                .filter(config::hasNonNull)
                .sorted()
                .toList();
    }
}
