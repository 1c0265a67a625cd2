package io.soam.ingestion.control;

import io.soam.ingestion.spool.SpoolRecord;
import io.soam.platform.control.Json;
import io.soam.replicas.control.ReplicaBus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The previews of all servers: asks the others for theirs, and answers when it is asked. What is
 * told of each server is limited by {@link PreviewSelection}, as is what is shown of all.
 */
@ApplicationScoped
public class PreviewExchange {

    private static final String TOPIC = "previews";

    /** Which streams, null for all, and how many messages of each. */
    private record Question(String ingestionId, int limit) {}

    /** A stream as one server tells it. */
    private record Told(String ingestionId, int kept, List<String> records) {}

    /** Everything that one server tells. */
    private record Answer(List<Told> streams) {}

    /**
     * What all servers have.
     *
     * @param streams by ingestion id
     * @param silent names of the servers that did not answer in time
     */
    public record Previewed(List<StreamPreview> streams, List<String> silent) {

        public Previewed {
            streams = List.copyOf(streams);
            silent = List.copyOf(silent);
        }
    }

    @Inject PreviewBuffers buffers;

    @Inject ReplicaBus bus;

    void start() {
        bus.answer(TOPIC, question -> Json.write(answer(Json.read(question, Question.class))));
    }

    /**
     * The newest messages on all servers.
     *
     * @param ingestionId one stream, or null for all
     * @param limit messages of each stream
     */
    public Previewed look(String ingestionId, int limit) throws InterruptedException {
        Question question = new Question(ingestionId, limit);
        ReplicaBus.Answers others = bus.ask(TOPIC, Json.write(question));
        TreeMap<String, StreamPreview> streams = new TreeMap<>();
        own(question).forEach(stream -> streams.put(stream.ingestionId(), stream));
        for (String body : others.answers().values()) {
            for (Told told : Json.read(body, Answer.class).streams()) {
                StreamPreview theirs = stream(told);
                streams.merge(
                        theirs.ingestionId(), theirs, (one, other) -> together(one, other, limit));
            }
        }
        return new Previewed(List.copyOf(streams.values()), others.silent());
    }

    private List<StreamPreview> own(Question question) {
        List<String> wanted =
                question.ingestionId() == null
                        ? buffers.streams()
                        : List.of(question.ingestionId());
        return PreviewSelection.limited(
                wanted.stream()
                        .map(stream -> buffers.preview(stream, question.limit()))
                        .filter(preview -> preview.kept() > 0)
                        .toList());
    }

    private Answer answer(Question question) {
        return new Answer(
                own(question).stream()
                        .map(
                                stream ->
                                        new Told(
                                                stream.ingestionId(),
                                                stream.kept(),
                                                stream.records().stream()
                                                        .map(PreviewExchange::text)
                                                        .toList()))
                        .toList());
    }

    private static StreamPreview stream(Told told) {
        return new StreamPreview(
                told.ingestionId(),
                told.kept(),
                told.records().stream().map(PreviewExchange::record).toList());
    }

    private static StreamPreview together(StreamPreview one, StreamPreview other, int limit) {
        List<SpoolRecord> records = new ArrayList<>(one.records());
        records.addAll(other.records());
        records.sort(Comparator.comparingLong(SpoolRecord::receivedAtMicros));
        return new StreamPreview(
                one.ingestionId(),
                one.kept() + other.kept(),
                records.subList(Math.max(0, records.size() - limit), records.size()));
    }

    private static String text(SpoolRecord record) {
        return Base64.getEncoder().encodeToString(record.encoded());
    }

    private static SpoolRecord record(String text) {
        return SpoolRecord.decoded(Base64.getDecoder().decode(text));
    }
}
