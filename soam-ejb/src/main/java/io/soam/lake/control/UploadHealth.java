package io.soam.lake.control;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** How the uploads are doing: kept for the portal, and logged when it changes. */
final class UploadHealth {

    private final Clock clock;
    private final LakeMeters meters;
    private volatile UploadState state = new UploadState(null, null, null, 0);

    UploadHealth(Clock clock, LakeMeters meters) {
        this.clock = clock;
        this.meters = meters;
    }

    UploadState state() {
        return state;
    }

    void stored(List<BronzeObject> objects) {
        objects.forEach(this::stored);
    }

    private void stored(BronzeObject object) {
        meters.stored(object);
        Instant newest = state.lastStoredReceivedAt();
        boolean newer = newest == null || object.lastReceivedAt().isAfter(newest);
        state =
                new UploadState(
                        state.problem(),
                        state.since(),
                        newer ? object.lastReceivedAt() : newest,
                        state.rows() + object.rows());
    }

    void succeeded() {
        if (!state.isHealthy()) {
            LakeLog.LOG.uploadsRecovered();
            state = new UploadState(null, null, state.lastStoredReceivedAt(), state.rows());
        }
    }

    void failed(String problem) {
        if (state.isHealthy()) {
            LakeLog.LOG.uploadsFail(problem);
        }
        state =
                new UploadState(
                        problem,
                        state.isHealthy() ? clock.instant() : state.since(),
                        state.lastStoredReceivedAt(),
                        state.rows());
    }

    /** As {@link #failed}, for what nobody has foreseen. */
    void broken(String segment, Throwable cause) {
        if (state.isHealthy()) {
            LakeLog.LOG.uploadBroken(cause, segment);
        }
        failed(String.valueOf(cause.getMessage()));
    }
}
