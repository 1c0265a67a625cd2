package io.soam.platform;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** A configuration out of a map, with the types that our keys have. */
public final class MapConfig implements Config {

    private static final Map<Class<?>, Converter<?>> CONVERTERS =
            Map.of(
                    String.class, text -> text,
                    Integer.class, Integer::valueOf,
                    Long.class, Long::valueOf,
                    Duration.class, Duration::parse,
                    URI.class, URI::create);

    private final Map<String, String> values;

    public MapConfig(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        return getOptionalValue(name, type).orElseThrow(NoSuchElementException::new);
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name))
                .map(text -> getConverter(type).orElseThrow().convert(text));
    }

    @Override
    @SuppressWarnings("unchecked") // the map pairs types with their own converters
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.ofNullable((Converter<T>) CONVERTERS.get(type));
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
