package io.soam.web.form;

import java.util.List;

/**
 * When a setting matters: only while another one has one of some values.
 *
 * @param setting the other setting
 * @param values its values, any of which will do
 */
public record Condition(String setting, List<String> values) {

    public Condition {
        values = List.copyOf(values);
    }

    /** The values for a page's attribute. */
    public String joined() {
        return String.join(" ", values);
    }
}
