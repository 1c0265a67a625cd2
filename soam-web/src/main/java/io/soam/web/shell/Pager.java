package io.soam.web.shell;

import jakarta.faces.context.ExternalContext;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;

/** Which page of a list is shown, as the address says; how many rows, as the user once chose. */
public class Pager {

    private static final String COOKIE = "soam-rows";
    private static final int YEAR = 60 * 60 * 24 * 365;
    private static final List<Integer> SIZES = List.of(10, 25, 50, 100);

    private int page = 1;
    private int rows;
    private long total;

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.max(1, page);
    }

    public int getRows() {
        return rows == 0 ? SIZES.get(1) : rows;
    }

    /** A size that is not offered is none: an address may be mistyped. */
    public void setRows(int rows) {
        this.rows = SIZES.contains(rows) ? rows : 0;
    }

    public List<Integer> getSizes() {
        return SIZES;
    }

    /** How many items there are on all pages. */
    public long getTotal() {
        return total;
    }

    public void setTotal(long total) {
        this.total = total;
    }

    public long getPages() {
        return Math.max(1, (total + getRows() - 1) / getRows());
    }

    public long getFrom() {
        return total == 0 ? 0 : (page - 1L) * getRows() + 1;
    }

    public long getTo() {
        return Math.min(total, (long) page * getRows());
    }

    public boolean isFirst() {
        return page <= 1;
    }

    public boolean isLast() {
        return page >= getPages();
    }

    /** Keeps the number of rows for the next visit, or takes that of the last one. */
    public void remember(ExternalContext external) {
        if (rows != 0) {
            external.addResponseCookie(
                    COOKIE,
                    Integer.toString(rows),
                    Map.of("path", "/", "maxAge", YEAR, "httpOnly", true));
        } else if (external.getRequestCookieMap().get(COOKIE) instanceof Cookie cookie) {
            SIZES.stream()
                    .filter(size -> cookie.getValue().equals(size.toString()))
                    .forEach(size -> rows = size);
        }
    }
}
