package io.soam.simulator.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many records are asked for, or what is wrong with the question. */
record Limit(int value, Optional<String> complaint) {

    private static final int MOST = 500;
    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)limit=([^&]*)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    static Limit of(Optional<String> query, int otherwise) {
        Matcher matcher = PARAMETER.matcher(query.orElse(""));
        if (!matcher.find()) {
            return new Limit(otherwise, Optional.empty());
        }
        String text = matcher.group(1);
        int value = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        boolean good = value >= 1 && value <= MOST;
        return new Limit(
                value,
                good
                        ? Optional.empty()
                        : Optional.of("limit must be a number from 1 to %d".formatted(MOST)));
    }
}
