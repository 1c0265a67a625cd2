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
        return text != null || status != null;
    }

    /** The query for the address of the page or of the export, with another status. */
    public String link(String otherStatus) {
        return link(text, otherStatus, disabledToo);
    }

    /** The same without the text. */
    public String getLinkWithoutText() {
        return link(null, status, disabledToo);
    }

    /** The same with disabled ones if they are left out now, else without. */
    public String getLinkDisabled() {
        return link(text, status, !disabledToo);
    }

    /** The same as it is. */
    public String getLink() {
        return link(text, status, disabledToo);
    }

    DataSourceQuery query(String order) {
        return new DataSourceQuery(text, status, !disabledToo, order);
    }

    private String link(String q, String withStatus, boolean disabled) {
        List<String> parts = new ArrayList<>();
        if (q != null) {
            parts.add("q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        }
        if (withStatus != null && !withStatus.isEmpty()) {
            parts.add("status=" + withStatus);
        }
        if (disabled) {
            parts.add("disabled=true");
        }
        if (sort != null) {
            parts.add("sort=" + sort);
        }
        return "?" + String.join("&", parts);
    }
}
