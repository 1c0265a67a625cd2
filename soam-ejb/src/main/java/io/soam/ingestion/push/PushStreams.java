package io.soam.ingestion.push;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.soam.domain.message.IngestionId;
import io.soam.domain.message.MetadataKeys;
import io.soam.ingestion.boundary.PushRefusedException;
import io.soam.ingestion.boundary.PushRefusedException.Reason;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.spool.StreamHeader;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The streams of a push data source, kept from request to request. */
final class PushStreams {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_NAME = 200;

    /** Senders and content types are few; should they not be, the oldest is made anew. */
    private static final int MOST_KEPT = 4_000;

    /**
     * A stream as one sender fills it.
     *
     * @param name value of the stream's field; empty for the data source itself
     */
    record Key(String name, String sender, String contentType) {}

    private final SourceContext context;
    private final PushSettings settings;
    private final Set<String> names = new HashSet<>();
    private final Map<Key, MessageSink.Stream> streams =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, MessageSink.Stream> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    PushStreams(SourceContext context, PushSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /** What the message itself says its stream is; empty if it says nothing. */
    String name(byte[] message) {
        if (settings.streamField() == null) {
            return "";
        }
        try (JsonParser parser = JSON.createParser(message)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = settings.streamField().equals(parser.currentName());
                JsonToken value = parser.nextToken();
                if (found && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    String name = parser.getText().strip();
                    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
                }
                parser.skipChildren();
            }
            return "";
        } catch (IOException e) {
            // Text and bytes belong to the data source itself.
            return "";
        }
    }

    /** The id of the stream of that name. */
    IngestionId id(String name) {
        return name.isEmpty() ? context.ingestionId() : context.ingestionId().stream(name);
    }

    /**
     * Makes room for the streams of a request.
     *
     * @throws PushRefusedException if they are too many; none is made then
     */
    synchronized void admit(Set<String> wanted) {
        Set<String> all = new HashSet<>(names);
        all.addAll(wanted);
        if (all.size() > settings.maxStreams()) {
            throw new PushRefusedException(
                    Reason.TOO_LARGE,
                    "The field '"
                            + settings.streamField()
                            + "' would make more than "
                            + settings.maxStreams()
                            + " streams. Name a field with fewer values, or raise max_streams."
                            + " Nothing was taken.");
        }
        names.addAll(wanted);
    }

    synchronized MessageSink.Stream stream(Key key) {
        return streams.computeIfAbsent(key, missing -> context.sink().stream(header(missing)));
    }

    private StreamHeader header(Key key) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put("pushed_by", key.sender());
        metadata.put("content_type", key.contentType());
        if (!key.name().isEmpty()) {
            metadata.put(MetadataKeys.TOPIC, key.name());
            metadata.put("original_source_id", context.ingestionId().value());
        }
        return new StreamHeader(id(key.name()).value(), HttpPushConnectorType.NAME, metadata);
    }
}
