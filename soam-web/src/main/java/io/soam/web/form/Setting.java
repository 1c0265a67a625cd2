package io.soam.web.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a schema says about a setting.
 *
 * @param name its name in the configuration
 * @param title for people
 * @param help one sentence; may be null
 * @param kind how it is entered
 * @param required whether nothing works without it
 * @param advanced whether most people do without it
 * @param choices what there is to choose from; empty if it is free
 * @param standard the value that holds if none is given; missing if there is none
 * @param example what to write, such as {@code sensors/#}; may be null
 * @param least least number; null for none
 * @param greatest greatest number; null for none
 * @param condition when it matters; null for always
 */
public record Setting(
        String name,
        String title,
        String help,
        FieldKind kind,
        boolean required,
        boolean advanced,
        List<Choice> choices,
        JsonNode standard,
        String example,
        BigDecimal least,
        BigDecimal greatest,
        Condition condition) {

    public Setting {
        choices = List.copyOf(choices);
    }

    /** What an empty field shows: the value that holds then, or else an example. */
    public String getPlaceholder() {
        if (standard.isMissingNode() || standard.isContainerNode() || standard.isNull()) {
            return example;
        }
        return standard.asText();
    }
}
