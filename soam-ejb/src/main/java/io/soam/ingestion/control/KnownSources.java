package io.soam.ingestion.control;

import io.soam.ingestion.entity.RegisteredSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * The data sources that are to run, as they were last read; only what has changed is read again.
 */
final class KnownSources {

    /**
     * One of them.
     *
     * @param exclusive whether one server at a time runs it
     */
    record Known(SourceDefinition definition, boolean exclusive) {

        String leaseName() {
            return "source/" + definition.id();
        }
    }

    private final Map<String, Known> sources = new HashMap<>();

    void learn(
            List<WantedSource> wanted,
            LongFunction<Optional<RegisteredSource>> find,
            Predicate<SourceDefinition> exclusive) {
        Set<String> names = new HashSet<>();
        for (WantedSource source : wanted) {
            names.add(source.ingestionId());
            Known known = sources.get(source.ingestionId());
            if (known == null || !source.is(known.definition())) {
                find.apply(source.id())
                        .map(SourceDefinition::of)
                        .ifPresent(
                                read ->
                                        sources.put(
                                                source.ingestionId(),
                                                new Known(read, exclusive.test(read))));
            }
        }
        sources.keySet().retainAll(names);
    }

    Collection<Known> all() {
        return sources.values();
    }

    /** Of those that one server at a time runs. */
    List<String> leaseNames() {
        return sources.values().stream().filter(Known::exclusive).map(Known::leaseName).toList();
    }
}
