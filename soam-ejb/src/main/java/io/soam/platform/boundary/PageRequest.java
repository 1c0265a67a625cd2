package io.soam.platform.boundary;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Which part of a list is wanted.
 *
 * @param page number of the part, from 1
 * @param pageSize most items of a part
 */
public record PageRequest(
        @Min(value = 1, message = "Pages are counted from 1.")
                @Max(value = MAX_PAGE, message = "There is no such page.")
                int page,
        @Min(value = 1, message = "A page has at least 1 item.")
                @Max(value = MAX_SIZE, message = "A page has at most 500 items.")
                int pageSize) {

    /** Items of a page where nothing else is asked for. */
    public static final int DEFAULT_SIZE = 50;

    /** Most items of a page. */
    public static final int MAX_SIZE = 500;

    /** Greatest number of a page: the items before it can still be counted in an int. */
    public static final int MAX_PAGE = 1_000_000;

    /** Items before this page. */
    public int offset() {
        return (page - 1) * pageSize;
    }
}
