package io.soam.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.soam.platform.boundary.Page;
import java.util.List;
import java.util.function.Function;

/**
 * A successful answer.
 *
 * @param status {@code success}, or {@code warning} if the data is not what it should be
 * @param data what was asked for
 * @param message a sentence for people; may be null
 * @param detail why it is only a warning; null on success
 * @param total items of the whole list; only for lists
 * @param page number of the page, from 1; only for lists
 * @param pageSize most items of a page; only for lists
 * @param <T> what was asked for
 */
@JsonPropertyOrder({"status", "data", "message", "detail", "total", "page", "page_size"})
public record Envelope<T>(
        String status,
        T data,
        String message,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long total,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer page,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer pageSize) {

    static final String SUCCESS = "success";
    static final String WARNING = "warning";

    /** The whole of it. */
    public static <T> Envelope<T> of(T data) {
        return new Envelope<>(SUCCESS, data, null, null, null, null, null);
    }

    /** The whole of it, and a sentence about it. */
    public static <T> Envelope<T> of(T data, String message) {
        return new Envelope<>(SUCCESS, data, message, null, null, null, null);
    }

    /** Data that is not what it should be, and why. */
    public static <T> Envelope<T> warning(T data, String message, String detail) {
        return new Envelope<>(WARNING, data, message, detail, null, null, null);
    }

    /** A list that is never cut into pages. */
    public static <T> Envelope<List<T>> all(List<T> items) {
        return new Envelope<>(
                SUCCESS, items, null, null, (long) items.size(), 1, Math.max(1, items.size()));
    }

    /** A part of a longer list. */
    public static <T> Envelope<List<T>> of(Page<T> page) {
        return of(page, Function.identity());
    }

    /** A part of a longer list, each item as the API shows it. */
    public static <S, T> Envelope<List<T>> of(Page<S> page, Function<S, T> payload) {
        return new Envelope<>(
                SUCCESS,
                page.items().stream().map(payload).toList(),
                null,
                null,
                page.total(),
                page.page(),
                page.pageSize());
    }
}
