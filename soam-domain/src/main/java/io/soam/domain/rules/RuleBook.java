package io.soam.domain.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The normalisation rules of all streams, looked up by stream.
 *
 * <p>A stream follows the rules made for it and, where it has none for a key, the global ones. With
 * the rules {@code ts → timestamp} (global) and {@code ts → transmitted} (for stream {@code a}),
 * the field {@code TS} is {@code transmitted} in {@code a} and {@code timestamp} everywhere else.
 * Among rules of one scope for one key the first of the list wins; the registry refuses such pairs
 * anyway.
 */
public final class RuleBook {

    private final Map<String, String> global = new HashMap<>();
    private final Map<String, Map<String, String>> specific = new HashMap<>();
    private final Map<String, Map<String, String>> merged = new ConcurrentHashMap<>();

    public RuleBook(List<NormalizationRule> rules) {
        for (NormalizationRule rule : rules) {
            Map<String, String> scope =
                    rule.isGlobal()
                            ? global
                            : specific.computeIfAbsent(rule.ingestionId(), id -> new HashMap<>());
            scope.putIfAbsent(rule.rawKey(), rule.canonicalKey());
        }
    }

    /** Canonical keys by lower-case raw key, as they hold for one stream. */
    public Map<String, String> renames(String ingestionId) {
        Map<String, String> own = specific.get(ingestionId);
        if (own == null) {
            return global;
        }
        return merged.computeIfAbsent(
                ingestionId,
                id -> {
                    Map<String, String> both = new HashMap<>(global);
                    both.putAll(own);
                    return both;
                });
    }
}
