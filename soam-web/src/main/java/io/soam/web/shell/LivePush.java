package io.soam.web.shell;

import io.soam.web.WebLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells every open page that there is something new. What it is, each page asks for itself: so
 * nobody is sent what his role may not see, and a page that lies in the background asks for
 * nothing.
 */
@ApplicationScoped
public class LivePush {

    private static final int VERSION = 1;

    @Inject
    @Push(channel = "live")
    PushContext live;

    private final AtomicLong sequence = new AtomicLong();

    /** Sends the signal. */
    public void tell() {
        Map<String, Serializable> signal =
                Map.of("version", VERSION, "sequence", sequence.incrementAndGet());
        try {
            live.send(signal);
        } catch (IllegalStateException e) {
            // A page that went away meanwhile; the others have it.
            WebLog.LOG.pushFailed(String.valueOf(e.getMessage()));
        }
    }
}
