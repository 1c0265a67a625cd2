package io.soam.web.sources;

import io.soam.ingestion.boundary.DataSourceQuery;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is searched for, as it stands in the address: whoever gets the address sees the same. */
public class SourceSearch implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Set<String> STATUSES =
            Set.of("inactive", "connecting", "active", "error", "stopped");
    private static final Set<String> SORTS =
            Set.of("name", "type_name", "status", "last_connection");
    private static final int LONGEST = 255;

    private String text;
    private String status;
    private String type;
    private String sort;
    private boolean disabledToo;

    public String getText() {
        return text;
    }

    public void setText(String text) {
        String stripped = text == null ? "" : text.strip();
        this.text =
                stripped.isEmpty()
                        ? null
                        : stripped.substring(0, Math.min(LONGEST, stripped.length()));
    }

    public String getStatus() {
        return status;
    }

    /** A status that there is not is none: an address may be mistyped. */
    public void setStatus(String status) {
        this.status = status != null && STATUSES.contains(status) ? status : null;
    }

    public String getType() {
        return type;
    }

    /** A connector type; one that there is not simply finds nothing. */
    public void setType(String type) {
        this.type = type != null && type.matches("[a-z0-9_]{1,50}") ? type : null;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        String column = sort != null && sort.startsWith("-") ? sort.substring(1) : sort;
        this.sort = column != null && SORTS.contains(column) ? sort : null;
    }

    public boolean isDisabledToo() {
        return disabledToo;
    }

    public void setDisabledToo(boolean disabledToo) {
        this.disabledToo = disabledToo;
    }

    /** Whether anything is left out. */
    public boolean isNarrowed() {
        return text != null || status != null || type != null;
    }

    /** The query of the address with another status; empty for any. */
    public String withStatus(String other) {
        return link(text, other, type, disabledToo, sort);
    }

    /** The same with another type; empty for any. */
    public String withType(String other) {
        return link(text, status, other, disabledToo, sort);
    }

    /** The same without the text. */
    public String getWithoutText() {
        return link(null, status, type, disabledToo, sort);
    }

    /** The same with disabled ones if they are left out now, else without. */
    public String getWithDisabled() {
        return link(text, status, type, !disabledToo, sort);
    }

    /** The same sorted by a column; the other way round if it is sorted by that one now. */
    public String sortedBy(String column) {
        return link(text, status, type, disabledToo, (column.equals(order()) ? "-" : "") + column);
    }

    /** {@code ascending}, {@code descending} or {@code none}, for a column's head. */
    public String direction(String column) {
        if (column.equals(order())) {
            return "ascending";
        }
        return ("-" + column).equals(order()) ? "descending" : "none";
    }

    /** The query as it is. */
    public String getLink() {
        return link(text, status, type, disabledToo, sort);
    }

    DataSourceQuery query() {
        return new DataSourceQuery(text, status, type, !disabledToo, sort);
    }

    private String order() {
        return sort == null ? "name" : sort;
    }

    private static String link(
            String text, String status, String type, boolean disabled, String sort) {
        List<String> parts = new ArrayList<>();
        add(parts, "q", text);
        add(parts, "status", status);
        add(parts, "type", type);
        add(parts, "disabled", disabled ? "true" : null);
        add(parts, "sort", "name".equals(sort) ? null : sort);
        return "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (value != null && !value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
