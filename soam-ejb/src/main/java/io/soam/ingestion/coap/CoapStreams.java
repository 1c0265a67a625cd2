package io.soam.ingestion.coap;

import io.soam.domain.message.MetadataKeys;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.spool.StreamHeader;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.californium.core.coap.Response;

/**
 * The streams of a source: one per resource, response code and content format, of which a device
 * has few.
 */
final class CoapStreams {

    private record Key(String path, String code, String contentFormat, boolean fromCbor) {}

    private final SourceContext context;
    private final CoapSettings settings;
    private final Map<Key, MessageSink.Stream> streams = new ConcurrentHashMap<>();

    CoapStreams(SourceContext context, CoapSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    MessageSink.Stream of(String path, Response response, CoapPayload payload) {
        return streams.computeIfAbsent(
                new Key(
                        path,
                        response.getCode().toString(),
                        payload.contentFormat(),
                        payload.fromCbor()),
                key -> context.sink().stream(header(key)));
    }

    private StreamHeader header(Key key) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(MetadataKeys.TOPIC, key.path());
        metadata.put("resource_uri", settings.uri(key.path()));
        metadata.put("coap_code", key.code());
        metadata.put("content_format", key.contentFormat());
        metadata.put("mode", settings.mode());
        metadata.put("original_source_id", context.ingestionId().value());
        if (key.fromCbor()) {
            metadata.put("converted_from", "cbor");
        }
        if (settings.site() != null) {
            metadata.put(MetadataKeys.SITE, settings.site());
        }
        return new StreamHeader(
                context.ingestionId().stream(key.path()).value(), CoapConnectorType.NAME, metadata);
    }
}
