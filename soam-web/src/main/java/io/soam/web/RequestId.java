package io.soam.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The id by which a request is found again: in the answer's header {@code X-Request-ID}, in errors
 * and, as {@code request_id}, in every line that is logged meanwhile.
 */
public final class RequestId {

    /** Name of the header. */
    public static final String HEADER = "X-Request-ID";

    private static final String KEY = "request_id";
    private static final Pattern SANE = Pattern.compile("[\\x21-\\x7E]{1,128}");

    private RequestId() {}

    /** The caller's id if it can be written into a log without harm, otherwise a random one. */
    public static String of(String header) {
        return header != null && SANE.matcher(header).matches()
                ? header
                : UUID.randomUUID().toString();
    }

    /** The id of the request that this thread works for; null if it works for none. */
    public static String current() {
        return (String) MDC.get(KEY);
    }

    static void begin(String id) {
        MDC.put(KEY, id);
    }

    static void end() {
        MDC.remove(KEY);
    }
}
