package io.soam.web.home;

import java.time.Duration;
import java.util.Arrays;

/** How far back the chart goes. */
public enum TimeRange {
    QUARTER("15m", "15 min", Duration.ofMinutes(15)),
    HOUR("1h", "1 h", Duration.ofHours(1)),
    DAY("24h", "24 h", Duration.ofHours(24));

    private final String code;
    private final String label;
    private final Duration length;

    TimeRange(String code, String label, Duration length) {
        this.code = code;
        this.label = label;
        this.length = length;
    }

    /** The range with a code as it stands in addresses; an hour if there is none. */
    public static TimeRange of(String code) {
        return Arrays.stream(values())
                .filter(range -> range.code.equals(code))
                .findFirst()
                .orElse(HOUR);
    }

    public String getCode() {
        return code;
    }

    public String getLabel() {
        return label;
    }

    /** Minutes, as the API counts them. */
    public long getMinutes() {
        return length.toMinutes();
    }

    Duration length() {
        return length;
    }
}
