package io.soam.spark.enrichment;

import io.soam.domain.enrichment.PayloadReader;
import io.soam.domain.enrichment.UnreadablePayloadException;
import io.soam.domain.rules.Fields;
import io.soam.domain.rules.RuleBook;
import java.util.Locale;
import java.util.Map;

/** Notes, beside the reader it wraps, which normalisation rules a payload meets. */
final class RuleUsage implements PayloadReader {

    /** Between two raw keys in a text that holds several; no key contains it. */
    static final char SEPARATOR = '\n';

    private final PayloadReader reader;
    private final RuleBook rules;
    private final StringBuilder rawKeys = new StringBuilder();
    private Map<String, String> renames = Map.of();

    RuleUsage(PayloadReader reader, RuleBook rules) {
        this.reader = reader;
        this.rules = rules;
    }

    /** Prepares for the next message, which belongs to the given stream. */
    void begin(String ingestionId) {
        renames = rules.renames(ingestionId);
        rawKeys.setLength(0);
    }

    @Override
    public void read(String payload, Fields into) throws UnreadablePayloadException {
        reader.read(payload, into);
        for (int i = 0; i < into.size(); i++) {
            String key = into.path(i).toLowerCase(Locale.ROOT);
            if (renames.containsKey(key)) {
                rawKeys.append(rawKeys.isEmpty() ? "" : String.valueOf(SEPARATOR)).append(key);
            }
        }
    }

    /** Raw keys of the rules that the message met, separated by {@link #SEPARATOR}. */
    String rawKeys() {
        return rawKeys.toString();
    }
}
