package io.soam.platform.control;

import io.soam.platform.control.Background.Task;
import java.util.function.Consumer;

/**
 * A task that never fails, so that its timer goes on; of failures in a row the first is reported.
 */
public final class GuardedTask implements Runnable {

    private final Task task;
    private final Consumer<Exception> onFailure;
    private boolean failing;

    /**
     * Makes one.
     *
     * @param onFailure told of the first failed run of a row of them
     */
    public GuardedTask(Task task, Consumer<Exception> onFailure) {
        this.task = task;
        this.onFailure = onFailure;
    }

    @Override
    public synchronized void run() {
        try {
            task.run();
            failing = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (!failing) {
                onFailure.accept(e);
            }
            failing = true;
        }
    }
}
