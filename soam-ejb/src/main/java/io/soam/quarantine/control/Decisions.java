package io.soam.quarantine.control;

import io.soam.ingestion.control.MessageIntake;
import io.soam.platform.control.Background;
import io.soam.quarantine.boundary.QuarantineDecision;
import io.soam.quarantine.boundary.QuarantineSelection;
import io.soam.quarantine.boundary.QuarantineUnavailableException;
import io.soam.quarantine.boundary.UndecidableMessageException;
import io.soam.quarantine.boundary.UnknownQuarantinedMessageException;
import io.soam.quarantine.control.QuarantineTable.Candidate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Carries out what people decide. */
@ApplicationScoped
public class Decisions {

    /**
     * What one request replays; a larger set takes several, each of which is done when answered.
     */
    private static final int MOST_REPLAYED = QuarantineSelection.MOST_IDS;

    private static final long MOST_REPLAYED_BYTES = 32L << 20;
    private static final Duration DURABLE_WITHIN = Duration.ofSeconds(10);

    @Inject QuarantineTable table;
    @Inject QuarantineSummaries summaries;
    @Inject PatientLake lake;
    @Inject MessageIntake intake;
    @Inject Background background;
    @Inject Clock clock;

    /**
     * Sends messages once more and marks them as replayed, in this order: a crash between leaves
     * them open, and to replay them once more is harmless.
     *
     * @param mended the payload instead of the original one, if it is one message; null for the
     *     original
     */
    public QuarantineDecision replay(QuarantineSelection selection, byte[] mended, String who) {
        requireLake();
        Instant now = now();
        SqlCondition wanted =
                condition(selection, now)
                        .and(QuarantineConditions.OPEN)
                        .and(QuarantineConditions.REPLAYABLE);
        List<Candidate> candidates =
                selection.ids() == null
                        ? lake.change(() -> table.candidates(wanted, MOST_REPLAYED))
                        : named(selection.ids());
        List<String> ids = affordable(candidates);
        if (ids.isEmpty()) {
            return new QuarantineDecision("replayed", 0, 0, now, Map.of());
        }
        List<OriginalMessage> originals = lake.change(() -> table.originals(ids));
        Map<String, String> replays = send(with(mended, originals), who);
        long changed = mark(replays, who, now);
        long remaining =
                ids.size() < candidates.size() || candidates.size() == MOST_REPLAYED
                        ? lake.change(() -> table.count(wanted))
                        : 0;
        QuarantineLog.LOG.decided(who, changed, "replayed");
        return new QuarantineDecision("replayed", changed, remaining, now, replays);
    }

    /** Gives open messages up. */
    public QuarantineDecision discard(QuarantineSelection selection, String note, String who) {
        return decide(selection, QuarantineConditions.OPEN, "discarded", note, who);
    }

    /** Takes back that messages were given up. */
    public QuarantineDecision restore(QuarantineSelection selection, String who) {
        return decide(selection, QuarantineConditions.DISCARDED, "open", null, who);
    }

    private QuarantineDecision decide(
            QuarantineSelection selection,
            SqlCondition from,
            String state,
            String note,
            String who) {
        requireLake();
        Instant now = now();
        SqlCondition condition = condition(selection, now).and(from);
        long changed = lake.change(() -> table.decide(condition, state, who, now, note));
        if (changed == 0 && selection.ids() != null && selection.ids().size() == 1) {
            throw unchanged(selection.ids().get(0));
        }
        summaries.outdated();
        QuarantineLog.LOG.decided(who, changed, state);
        return new QuarantineDecision(state, changed, 0, now, Map.of());
    }

    /** A decision may take its time, but not while nobody is there to carry it out. */
    private void requireLake() {
        lake.ask("alive", table::check);
    }

    private static SqlCondition condition(QuarantineSelection selection, Instant now) {
        return selection.ids() == null
                ? QuarantineConditions.of(selection.filter())
                        .and(
                                QuarantineConditions.until(
                                        selection.asOf() == null ? now : selection.asOf()))
                : RowId.among(selection.ids());
    }

    /** Those of the named messages that can be replayed; if it is one, it must be. */
    private List<Candidate> named(List<String> ids) {
        List<Candidate> found = lake.change(() -> table.candidates(RowId.among(ids), ids.size()));
        if (ids.size() == 1 && found.isEmpty()) {
            throw new UnknownQuarantinedMessageException(ids.get(0));
        }
        if (ids.size() == 1 && !found.get(0).replayable()) {
            throw new UndecidableMessageException(
                    "This entry stands for a whole object that cannot be read, so that there is no"
                            + " payload to replay.");
        }
        if (ids.size() == 1 && !found.get(0).open()) {
            throw unchanged(ids.get(0));
        }
        return found.stream().filter(c -> c.open() && c.replayable()).toList();
    }

    private RuntimeException unchanged(String id) {
        return lake.change(() -> table.detail(RowId.of(id)))
                .map(
                        detail ->
                                (RuntimeException)
                                        new UndecidableMessageException(
                                                "The message is "
                                                        + detail.message().state()
                                                        + (detail.message().decidedBy() == null
                                                                ? "."
                                                                : ", decided by "
                                                                        + detail.message()
                                                                                .decidedBy()
                                                                        + ".")))
                .orElseGet(() -> new UnknownQuarantinedMessageException(id));
    }

    /** As many as may be held in memory, at least one. */
    private static List<String> affordable(List<Candidate> candidates) {
        List<String> ids = new ArrayList<>();
        long bytes = 0;
        for (Candidate candidate : candidates) {
            bytes += candidate.bytes();
            if (bytes > MOST_REPLAYED_BYTES && !ids.isEmpty()) {
                break;
            }
            ids.add(candidate.id());
        }
        return ids;
    }

    private static List<OriginalMessage> with(byte[] mended, List<OriginalMessage> originals) {
        return mended == null
                ? originals
                : originals.stream().map(original -> original.with(mended)).toList();
    }

    /** In a thread of its own that can be interrupted: a full spool makes senders wait. */
    private Map<String, String> send(List<OriginalMessage> messages, String who) {
        FutureTask<Map<String, String>> task =
                new FutureTask<>(() -> new Replays(intake).send(messages, who, DURABLE_WITHIN));
        background.executor().execute(task);
        try {
            return task.get(DURABLE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw spoolBusy("Not all were durable within " + DURABLE_WITHIN.toSeconds() + " s.");
        } catch (ExecutionException e) {
            throw spoolBusy(String.valueOf(e.getCause().getMessage()));
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw spoolBusy("The server is stopping.");
        }
    }

    private long mark(Map<String, String> replays, String who, Instant now) {
        try {
            long changed = lake.change(() -> table.markReplayed(replays, who, now));
            summaries.outdated();
            return changed;
        } catch (QuarantineUnavailableException e) {
            QuarantineLog.LOG.notMarked(replays.size(), e.reason());
            throw new QuarantineUnavailableException(
                    e.code(),
                    replays.size()
                            + " messages have been sent again, but could not be marked as replayed."
                            + " Replay them once more in a minute: each is still taken once.",
                    e.reason());
        }
    }

    private static QuarantineUnavailableException spoolBusy(String reason) {
        return new QuarantineUnavailableException(
                "spool_busy",
                "The spool takes nothing now, so the messages stay in quarantine. Try again when"
                        + " Home says that messages are stored.",
                reason);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
