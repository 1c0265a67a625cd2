package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.datatypes.MqttTopic;
import io.soam.domain.message.IngestionId;
import io.soam.domain.message.MetadataKeys;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.connector.SourceScope;
import io.soam.ingestion.spool.StreamHeader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The streams of a broker, one per topic, quality of service and retain flag, kept from message to
 * message. Used by one thread.
 */
final class MqttStreams {

    /** A longer topic is cut in the metadata; it stays a stream of its own. */
    private static final int LONGEST_TOPIC = 4_096;

    /**
     * Beyond this the oldest is made anew when it comes again: topics are the senders' to invent.
     */
    private static final int MOST = 10_000;

    private record Key(MqttTopic topic, MqttQos qos, boolean retain) {}

    private final SourceScope context;
    private final MqttSettings settings;
    private final Map<Key, MessageSink.Stream> streams =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, MessageSink.Stream> eldest) {
                    return size() > MOST;
                }
            };

    MqttStreams(SourceScope context, MqttSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    MessageSink.Stream of(MqttMessage message) {
        Key key = new Key(message.topic(), message.qos(), message.retain());
        MessageSink.Stream stream = streams.get(key);
        if (stream == null) {
            stream = context.sink().stream(header(key));
            streams.put(key, stream);
        }
        return stream;
    }

    private StreamHeader header(Key key) {
        IngestionId source = context.ingestionId();
        String topic = key.topic().toString();
        Map<String, String> metadata = new HashMap<>();
        metadata.put(
                MetadataKeys.TOPIC, topic.substring(0, Math.min(topic.length(), LONGEST_TOPIC)));
        metadata.put("qos", String.valueOf(key.qos().getCode()));
        metadata.put("retain", String.valueOf(key.retain()));
        metadata.put("broker", settings.broker());
        metadata.put("original_source_id", source.value());
        if (settings.site() != null) {
            metadata.put(MetadataKeys.SITE, settings.site());
        }
        return new StreamHeader(source.stream(topic).value(), MqttConnectorType.NAME, metadata);
    }
}
