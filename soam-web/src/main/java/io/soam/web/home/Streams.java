package io.soam.web.home;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of streams. */
final class Streams {

    /** {@code hash_name_type_topic}, of which name and topic tell people something. */
    private static final Pattern PARTS =
            Pattern.compile(
                    "[0-9a-f]{8}_(.+?)_(mqtt|coap|rest_api|http_push)(?:_(?!mqtt_|mqtt$)(.+))?");

    private Streams() {}

    /**
     * The source and the topic without the hash, such as {@code local_simulators_mqtt ·
     * sensors_temperature}.
     */
    static String shortName(String ingestionId) {
        Matcher parts = PARTS.matcher(ingestionId);
        if (!parts.matches()) {
            return ingestionId;
        }
        String topic = parts.group(3);
        return topic == null ? parts.group(1) : parts.group(1) + " · " + topic;
    }
}
