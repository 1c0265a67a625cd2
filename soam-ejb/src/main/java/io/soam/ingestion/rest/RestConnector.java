package io.soam.ingestion.rest;

import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.DurableBatch;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.connector.Poll;
import io.soam.ingestion.connector.PollFailedException;
import io.soam.ingestion.connector.PolledReading;
import io.soam.ingestion.connector.Polling;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.spool.StreamHeader;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/**
 * Brings what a web address answers, poll by poll.
 *
 * <p>What the server said to recognise an answer by is kept only when all its records are durable:
 * until then the same answer is asked for again.
 */
final class RestConnector implements Connector, Poll {

    private final SourceContext context;
    private final RestSettings settings;
    private final Clock clock;
    private final Fetcher fetcher;
    private final Polling polling;
    private final KnownReadings known;

    private Validators validators = Validators.NONE;
    private volatile Integer lastStatus;

    RestConnector(
            SourceContext context,
            RestSettings settings,
            TargetGuard guard,
            Clock clock,
            ThreadFactory threads) {
        this.context = context;
        this.settings = settings;
        this.clock = clock;
        this.fetcher = new Fetcher(settings, guard, clock);
        this.known = new KnownReadings(context.ingestionId().value());
        this.polling = new Polling(context, settings.pollInterval(), this, clock, threads);
    }

    @Override
    public void start() {
        polling.start();
    }

    @Override
    public void stop() {
        polling.stop();
    }

    @Override
    public void cancel() {
        fetcher.end();
    }

    @Override
    public ConnectorHealth health() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("endpoint", settings.endpoint());
        details.put("method", settings.method());
        details.put("poll_interval", settings.pollInterval().toSeconds());
        details.put("last_http_status", lastStatus);
        details.put("last_fetch", polling.last());
        details.put("next_fetch", polling.next());
        details.put("last_poll_messages", polling.messages());
        details.put("pod_name", context.podName());
        return new ConnectorHealth(
                polling.status(), polling.lastSuccess(), polling.error(), details);
    }

    @Override
    public int run() throws PollFailedException, InterruptedException {
        Instant at = clock.instant();
        FetchedAnswer answer = fetch();
        if (answer.isNotModified()) {
            return 0;
        }
        List<byte[]> records = AnswerRecords.of(answer, settings.dataPath());
        int brought = handOver(records, context.sink().stream(header(answer, at)), at);
        validators = answer.validators();
        return brought;
    }

    private FetchedAnswer fetch() throws PollFailedException, InterruptedException {
        FetchedAnswer answer = fetcher.fetch(validators, settings.limits());
        if (Thread.interrupted()) {
            throw new InterruptedException("The data source is being stopped");
        }
        lastStatus = answer.status();
        HttpStatus.require(answer, settings);
        return answer;
    }

    private int handOver(List<byte[]> records, MessageSink.Stream stream, Instant at)
            throws InterruptedException {
        DurableBatch batch = new DurableBatch();
        known.begin();
        for (int i = 0; i < records.size(); i++) {
            byte[] record = records.get(i);
            String key = PolledReading.key(record, at, i);
            if (key != null || !known.contains(record)) {
                batch.accept(stream, record, key);
            }
        }
        batch.await();
        known.complete();
        return batch.stored();
    }

    private StreamHeader header(FetchedAnswer answer, Instant at) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("source_url", RestSettings.endpoint(answer.url()));
        metadata.put("http_status", String.valueOf(answer.status()));
        metadata.put("content_type", answer.contentType());
        metadata.put("method", settings.method());
        metadata.put("fetch_timestamp", at.toString());
        return new StreamHeader(context.ingestionId().value(), RestConnectorType.NAME, metadata);
    }
}
