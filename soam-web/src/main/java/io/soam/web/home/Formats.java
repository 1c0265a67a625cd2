package io.soam.web.home;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them. */
public final class Formats {

    private static final long KIBI = 1_024;

    private Formats() {}

    /** {@code 1024} is {@code 1,024}. */
    public static String whole(double number) {
        return format("#,##0", number);
    }

    /** {@code 1024} is {@code 1,024}. */
    public static String whole(long number) {
        return whole((double) number);
    }

    /** {@code 27.34} is {@code 27.3}. */
    public static String tenths(double number) {
        return format("#,##0.0", number);
    }

    /** No more decimals than say something: {@code 58.52} is {@code 58.5}, {@code 41.0} is 41. */
    public static String plain(double number) {
        return Math.abs(number) < 10 ? format("0.##", number) : plainTenths(number);
    }

    /** A rate: tenths while they matter. */
    public static String rate(double perSecond) {
        return perSecond > 0 && perSecond < 10 ? tenths(perSecond) : whole(perSecond);
    }

    /** {@code 3614} is {@code 3,614}, {@code 3_600_000} is {@code 3.6 M}. */
    public static String amount(long number) {
        if (number < 10_000) {
            return whole(number);
        }
        return number < 1_000_000
                ? plainTenths(number / 1e3) + " k"
                : plainTenths(number / 1e6) + " M";
    }

    /** {@code 0.94} is {@code 0.9 s}, {@code 272} is {@code 4 min 32 s}. */
    public static String seconds(double seconds) {
        if (seconds < 60) {
            return tenths(seconds) + " s";
        }
        long whole = Math.round(seconds);
        if (whole < 3_600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        return whole / 3_600 + " h " + whole % 3_600 / 60 + " min";
    }

    /** {@code 2_411_724} is {@code 2.3 MiB}. */
    public static String bytes(long bytes) {
        if (bytes < KIBI) {
            return bytes + " B";
        }
        double value = bytes;
        String unit = "B";
        for (String next : new String[] {"KiB", "MiB", "GiB", "TiB"}) {
            if (value < KIBI) {
                break;
            }
            value /= KIBI;
            unit = next;
        }
        return plainTenths(value) + " " + unit;
    }

    /** {@code 1 source}, {@code 4 sources}. */
    public static String counted(long number, String noun) {
        return whole(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String plainTenths(double number) {
        return format("#,##0.#", number);
    }

    /** English separators: the pages are in English, and a comma must not mean two things. */
    private static String format(String pattern, double number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH))
                .format(number);
    }
}
