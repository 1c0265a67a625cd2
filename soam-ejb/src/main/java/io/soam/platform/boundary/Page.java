package io.soam.platform.boundary;

import java.util.List;

/**
 * A part of a longer list.
 *
 * @param items the part
 * @param total items of the whole list
 * @param page number of the part, from 1
 * @param pageSize most items of a part
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, long total, int page, int pageSize) {

    public Page {
        items = List.copyOf(items);
    }
}
