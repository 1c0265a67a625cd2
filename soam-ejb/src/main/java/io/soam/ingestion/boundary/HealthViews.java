package io.soam.ingestion.boundary;

import io.soam.ingestion.control.ReplicaState;
import io.soam.ingestion.control.SourceCondition;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.entity.SourceStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of what all replicas tell of a data source what people see. */
final class HealthViews {

    private HealthViews() {}

    static SourceHealthView of(
            RegisteredSource source, SourceCondition condition, List<ReplicaState> replicas) {
        Optional<ReplicaState> telling = telling(condition, replicas);
        return new SourceHealthView(
                condition.status(),
                SourceStatus.ACTIVE.code().equals(condition.status()),
                !replicas.isEmpty(),
                message(condition, replicas),
                condition.lastSuccess(),
                source.getLastConnection(),
                condition.lastMessage(),
                condition.error(),
                telling.map(ReplicaState::attempts).orElse(0),
                telling.map(ReplicaState::nextAttempt).orElse(null),
                telling.map(ReplicaState::details).orElse(Map.of()),
                replicas.stream().map(HealthViews::view).toList());
    }

    /** The replica whose state is that of the whole. */
    private static Optional<ReplicaState> telling(
            SourceCondition condition, List<ReplicaState> replicas) {
        return replicas.stream()
                .filter(replica -> replica.status().equals(condition.status()))
                .findFirst()
                .or(() -> replicas.stream().findFirst());
    }

    private static String message(SourceCondition condition, List<ReplicaState> replicas) {
        if (condition.error() != null) {
            return condition.error();
        }
        return switch (SourceStatus.ofCode(condition.status())) {
            case ACTIVE -> active(replicas);
            case CONNECTING ->
                    replicas.isEmpty()
                            ? "Waiting for a replica to start it."
                            : "Connecting; no answer yet.";
            case ERROR -> "Not connected; the connector does not say why.";
            case INACTIVE, STOPPED -> "Not running.";
        };
    }

    private static String active(List<ReplicaState> replicas) {
        List<String> failing =
                replicas.stream()
                        .filter(replica -> SourceStatus.ERROR.code().equals(replica.status()))
                        .map(replica -> replica.podName() + ": " + replica.error())
                        .toList();
        return failing.isEmpty()
                ? "Connected; messages come in."
                : "Connected; messages come in, but not on every replica. "
                        + String.join(" ", failing);
    }

    static ReplicaHealthView view(ReplicaState replica) {
        return new ReplicaHealthView(
                replica.podName(),
                replica.status(),
                replica.error(),
                replica.attempts(),
                replica.nextAttempt(),
                replica.lastSuccess(),
                replica.details());
    }
}
