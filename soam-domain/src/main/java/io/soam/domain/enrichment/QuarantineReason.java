package io.soam.domain.enrichment;

import java.util.Locale;

/** Why a message cannot become a silver row. */
public enum QuarantineReason {
    /** The payload has no bytes. */
    EMPTY_PAYLOAD,
    /** The payload begins like JSON but is not. */
    MALFORMED_JSON,
    /** The payload is a JSON array, where one object is expected. */
    NOT_AN_OBJECT,
    /** The payload is not UTF-8 text. */
    NOT_TEXT,
    /** More nesting or more fields than any device has a use for. */
    TOO_COMPLEX,
    /** A rule or the evaluator itself failed on this message. */
    RULE_FAILED;

    /** The name that tables and the API carry, such as {@code malformed_json}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
