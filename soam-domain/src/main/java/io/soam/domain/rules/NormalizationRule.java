package io.soam.domain.rules;

import java.util.Locale;
import java.util.Objects;

/**
 * Says that a field which devices call {@code rawKey} is the one that SOAM calls {@code
 * canonicalKey}.
 *
 * @param ingestionId the stream the rule is for; null for a global rule
 * @param rawKey the device's name of the field; compared without regard to case, kept in lower case
 * @param canonicalKey the name the field gets in silver
 */
public record NormalizationRule(String ingestionId, String rawKey, String canonicalKey) {

    public NormalizationRule {
        Objects.requireNonNull(rawKey, "A raw key is required.");
        Objects.requireNonNull(canonicalKey, "A canonical key is required.");
        rawKey = rawKey.strip().toLowerCase(Locale.ROOT);
        if (rawKey.isEmpty() || canonicalKey.isBlank()) {
            throw new IllegalArgumentException(
                    "A normalisation rule needs a raw key and a canonical key, not '"
                            + rawKey
                            + "' and '"
                            + canonicalKey
                            + "'");
        }
    }

    /** Whether the rule holds for every stream. */
    public boolean isGlobal() {
        return ingestionId == null;
    }
}
