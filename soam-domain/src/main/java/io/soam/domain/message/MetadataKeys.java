package io.soam.domain.message;

/** The keys of an envelope's metadata that SOAM itself gives a meaning to. */
public final class MetadataKeys {

    /** MQTT topic, CoAP resource or URL that the message came by. */
    public static final String TOPIC = "topic";

    /** Present, with the value {@link #BASE64}, when the payload is not UTF-8 text. */
    public static final String PAYLOAD_ENCODING = "payload_encoding";

    /** Value of {@link #PAYLOAD_ENCODING}. */
    public static final String BASE64 = "base64";

    /** Present when the envelope's event time is not the device's: why not. */
    public static final String EVENT_TIME_FLAG = "event_time_flag";

    /** Present when the device's time is late or in the future at reception: which of both. */
    public static final String EVENT_TIME_SKEW = "event_time_skew";

    /** The place a source belongs to; {@code default} where none is configured. */
    public static final String SITE = "site";

    /** Of a message that was in quarantine and is sent once more: the id it had there. */
    public static final String REPLAY_OF = "replay_of";

    /** Who had it sent once more. */
    public static final String REPLAYED_BY = "replayed_by";

    /** When it was received for the first time, ISO 8601. */
    public static final String FIRST_RECEIVED_AT = "first_received_at";

    private MetadataKeys() {}
}
