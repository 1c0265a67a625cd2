package io.soam.domain.enrichment;

import io.soam.domain.enrichment.Outcome.Quarantined;
import io.soam.domain.enrichment.Outcome.Refined;
import io.soam.domain.enrichment.Outcome.Waiting;
import io.soam.domain.message.Envelope;
import io.soam.domain.message.MetadataKeys;
import io.soam.domain.rules.Fields;
import io.soam.domain.rules.NormalizedFields;
import io.soam.domain.rules.Normalizer;
import io.soam.domain.rules.RuleBook;
import io.soam.domain.time.EventTime;
import io.soam.domain.time.EventTimeParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Decides what becomes of a message: the only place that does, for stream, batch and preview alike.
 *
 * <p>An instance belongs to one thread and one configuration. It never throws because of a message:
 * what it cannot refine is quarantined with a reason, so that one bad record stops nothing.
 */
public final class Enricher {

    private static final Waiting WAITING = new Waiting();

    private final PipelineConfiguration configuration;
    private final PayloadReader reader;
    private final RuleBook rules;
    private final Normalizer normalizer = new Normalizer();
    private final Fields fields = new Fields();

    public Enricher(PipelineConfiguration configuration, PayloadReader reader) {
        this.configuration = configuration;
        this.reader = reader;
        this.rules = new RuleBook(configuration.rules());
    }

    /** What becomes of {@code envelope} under this configuration. */
    public Outcome refine(Envelope envelope) {
        if (!configuration.admission().admits(envelope.ingestionId())) {
            return WAITING;
        }
        if (envelope.isBinary()) {
            return new Quarantined(
                    QuarantineReason.NOT_TEXT,
                    "The payload is not UTF-8 text. Have the device send JSON or text in UTF-8.");
        }
        try {
            fields.clear();
            boolean plainText = read(envelope.payload());
            return new Refined(row(envelope, plainText));
        } catch (UnreadablePayloadException e) {
            return new Quarantined(e.reason(), e.getMessage());
        } catch (RuntimeException e) {
            return new Quarantined(QuarantineReason.RULE_FAILED, String.valueOf(e));
        }
    }

    private boolean read(String payload) throws UnreadablePayloadException {
        int start = firstCharacter(payload);
        if (start < 0) {
            throw new UnreadablePayloadException(
                    QuarantineReason.EMPTY_PAYLOAD, "The payload is empty.");
        }
        char first = payload.charAt(start);
        if (first == '[') {
            throw new UnreadablePayloadException(
                    QuarantineReason.NOT_AN_OBJECT,
                    "The payload is a JSON array. Have the device send one JSON object per message.");
        }
        try {
            reader.read(payload, fields);
            return false;
        } catch (UnreadablePayloadException e) {
            if (first == '{' || e.reason() != QuarantineReason.MALFORMED_JSON) {
                throw e;
            }
            fields.clear();
            fields.add("content", payload);
            fields.add("raw", "true");
            return true;
        }
    }

    private SilverRow row(Envelope envelope, boolean plainText) {
        Map<String, String> renames = rules.renames(envelope.ingestionId());
        NormalizedFields normalized = normalizer.normalize(fields, renames);
        List<String> quality = new ArrayList<>(2);
        EventTime time = time(envelope, normalized.texts().remove(SilverRow.TIMESTAMP));
        normalized.numbers().remove(SilverRow.TIMESTAMP);
        if (time.source() != EventTime.Source.DEVICE) {
            quality.add(time.source().flag());
        }
        String skew = envelope.metadata().get(MetadataKeys.EVENT_TIME_SKEW);
        if (skew != null) {
            quality.add(skew);
        }
        if (normalized.collided()) {
            quality.add(SilverRow.CASE_COLLISION);
        }
        if (plainText) {
            quality.add(SilverRow.PLAIN_TEXT);
        }
        return new SilverRow(
                envelope, time.at(), normalized.texts(), normalized.numbers(), quality);
    }

    /**
     * The time of a canonical field wins; without one the envelope's own time and flag stand. A
     * replayed message without a time of its own belongs to when it first came, not to the replay.
     */
    private static EventTime time(Envelope envelope, String text) {
        boolean envelopeHasDeviceTime =
                !envelope.metadata().containsKey(MetadataKeys.EVENT_TIME_FLAG);
        String firstReceived = envelope.metadata().get(MetadataKeys.FIRST_RECEIVED_AT);
        Instant otherwise =
                firstReceived == null || envelopeHasDeviceTime
                        ? envelope.eventTime()
                        : EventTimeParser.parse(firstReceived, envelope.eventTime()).at();
        EventTime parsed = EventTimeParser.parse(text, otherwise);
        return parsed.source() == EventTime.Source.MISSING && envelopeHasDeviceTime
                ? new EventTime(envelope.eventTime(), EventTime.Source.DEVICE)
                : parsed;
    }

    private static int firstCharacter(String payload) {
        for (int i = 0; i < payload.length(); i++) {
            if (!Character.isWhitespace(payload.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
