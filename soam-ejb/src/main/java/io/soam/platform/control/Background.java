package io.soam.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs what no caller waits for: plain executors over the container's threads.
 *
 * <p>Not the container's own executors, because WildFly refuses their tasks while the server is
 * suspended, which it is before every orderly stop, and never again runs a repeated task that it
 * has refused once.
 */
@ApplicationScoped
public class Background {

    private static final int TIMER_THREADS = 4;
    private static final int MOST_THREADS = 24;
    private static final long IDLE_SECONDS = 30;

    @Resource ManagedThreadFactory threads;

    private ExecutorService executor;
    private ScheduledExecutorService timer;

    @PostConstruct
    void start() {
        ThreadFactory factory = this::thread;
        timer = Executors.newScheduledThreadPool(TIMER_THREADS, factory);
        executor =
                new ThreadPoolExecutor(
                        0,
                        MOST_THREADS,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        factory,
                        new ThreadPoolExecutor.CallerRunsPolicy());
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
        executor.shutdownNow();
    }

    /** For tasks to be run at once. */
    public Executor executor() {
        return executor;
    }

    /** For tasks to be run later; they must be short. */
    public ScheduledExecutorService timer() {
        return timer;
    }

    /**
     * Repeats a task until the result is cancelled, whatever happens to one run.
     *
     * @param onFailure told of the first failed run of a row of them
     */
    public Future<?> repeat(Duration pause, Task task, Consumer<Exception> onFailure) {
        return timer.scheduleWithFixedDelay(
                new GuardedTask(task, onFailure),
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Something to do that may fail. */
    @FunctionalInterface
    public interface Task {
        void run() throws Exception;
    }

    private Thread thread(Runnable work) {
        Thread thread = threads.newThread(work);
        thread.setContextClassLoader(Background.class.getClassLoader());
        return thread;
    }
}
