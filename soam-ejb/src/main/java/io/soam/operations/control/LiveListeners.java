package io.soam.operations.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to know that there is something new to show. */
@ApplicationScoped
public class LiveListeners {

    private record Listener(Runnable onChange, ClassLoader loader) {}

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /**
     * Adds a listener, which is run with the context class loader of the caller.
     *
     * @return removes it again
     */
    public AutoCloseable add(Runnable onChange) {
        Listener listener = new Listener(onChange, Thread.currentThread().getContextClassLoader());
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed() {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        for (Listener listener : listeners) {
            thread.setContextClassLoader(listener.loader());
            try {
                listener.onChange().run();
            } catch (RuntimeException e) {
                OperationsLog.LOG.listenerFailed(e);
            } finally {
                thread.setContextClassLoader(own);
            }
        }
    }
}
