package io.soam.domain.lake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where everything lies in the bucket: the paths that WildFly and Spark agree on. */
public final class LakeLayout {

    /** Prefix of the raw messages: Parquet objects, written once. */
    public static final String BRONZE = "bronze/";

    /** Delta table of refined rows. */
    public static final String SILVER = "silver/enriched";

    /** Delta table of one-minute temperature averages. */
    public static final String TEMPERATURE_AVERAGES = "gold/temperature_averages";

    /** Delta table of temperature alert episodes. */
    public static final String TEMPERATURE_ALERTS = "gold/temperature_alerts";

    /** Delta table of messages that cannot be refined, with reason and raw payload. */
    public static final String QUARANTINE_UNREADABLE = "quarantine/unreadable";

    /** Delta table of messages whose stream belongs to no registered device yet. */
    public static final String QUARANTINE_WAITING = "quarantine/waiting";

    private static final DateTimeFormatter RECEPTION_HOUR =
            DateTimeFormatter.ofPattern("'date='yyyy-MM-dd'/hour='HH", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private LakeLayout() {}

    /**
     * Key of a bronze object, such as {@code
     * bronze/ingestion_id=0b2f42e3_x_mqtt/date=2026-11-24/hour=10/part-1764000000000-1a2b3c4d-000.parquet}.
     *
     * @param receivedAt a time in the hour of reception; the device's clock never decides a path
     * @param segment the spool segment the rows come from; with {@code part} it makes the key
     *     unrepeatable, so that a repeated upload ends in the same object
     */
    public static String bronzeObject(
            String ingestionId, Instant receivedAt, String segment, int part) {
        return String.format(
                Locale.ROOT,
                "%singestion_id=%s/%s/part-%s-%03d.parquet",
                BRONZE,
                ingestionId,
                RECEPTION_HOUR.format(receivedAt),
                segment,
                part);
    }
}
