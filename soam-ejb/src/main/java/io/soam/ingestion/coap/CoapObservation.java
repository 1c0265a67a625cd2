package io.soam.ingestion.coap;

import io.soam.ingestion.connector.Backoff;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapObserveRelation;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;

/**
 * Observes one resource for ever: registers, and registers anew when the device refuses, forgets us
 * or falls silent for longer than the age that it promised for its newest value.
 *
 * <p>Each registration is a fresh one under a fresh token, and what an earlier one still brings is
 * ignored: a device that was restarted counts its notifications from the beginning.
 */
final class CoapObservation {

    /** Notifications may be late by this, for retransmissions and slow clocks. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final long LONGEST_AGE_SECONDS = Duration.ofDays(1).toSeconds();
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2));

    /** Is told what comes of it. */
    interface Listener {

        /** A value came. Any thread; may wait. */
        void notified(String path, Response response) throws InterruptedException;

        /** The observation has begun, or ended: {@link #error} says why. */
        void changed();
    }

    private final String path;
    private final CoapSettings settings;
    private final CoapPeer peer;
    private final CoapClient client;

    /** Takes what may wait; the protocol must not. */
    private final Executor handing;

    private final ScheduledExecutorService timer;
    private final Listener listener;

    private CoapObserveRelation relation;
    private Registration current;
    private Future<?> next;
    private int failures;
    private boolean stopped;
    private volatile boolean active;
    private volatile String error;

    CoapObservation(
            String path,
            CoapSettings settings,
            CoapPeer peer,
            CoapClient client,
            Executor handing,
            ScheduledExecutorService timer,
            Listener listener) {
        this.path = path;
        this.settings = settings;
        this.peer = peer;
        this.client = client;
        this.handing = handing;
        this.timer = timer;
        this.listener = listener;
    }

    String path() {
        return path;
    }

    /** Whether the device has taken us on its list and has not been silent for too long. */
    boolean isActive() {
        return active;
    }

    /** Why it is not active; null if it is, or has just begun. */
    String error() {
        return error;
    }

    /** Registers, in place of what there was. */
    synchronized void register() {
        if (stopped) {
            return;
        }
        end();
        try {
            Request request = peer.get(path).setObserve();
            current = new Registration(request);
            later(current::silent, CoapPeer.ANSWER);
            relation = client.observe(request, current);
        } catch (CoapFailedException e) {
            again(e.getMessage());
        }
    }

    synchronized void stop() {
        stopped = true;
        active = false;
        if (relation != null && !relation.isCanceled()) {
            relation.proactiveCancel();
        }
        if (next != null) {
            next.cancel(false);
        }
    }

    private void end() {
        if (relation != null && !relation.isCanceled()) {
            relation.reactiveCancel();
        }
        relation = null;
        current = null;
    }

    private void later(Runnable step, Duration pause) {
        if (next != null) {
            next.cancel(false);
        }
        next = timer.schedule(step, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void again(String reason) {
        end();
        active = false;
        error = reason;
        failures++;
        Duration pause = BACKOFF.pause(failures);
        CoapLog.LOG.notObserved(settings.uri(path), reason, pause.toMillis());
        later(this::register, pause);
        handing.execute(listener::changed);
    }

    /** One registration; it speaks only while it is the current one. */
    private final class Registration implements CoapHandler {

        private final Request request;
        private boolean answered;

        Registration(Request request) {
            this.request = request;
        }

        @Override
        public void onLoad(CoapResponse answer) {
            synchronized (CoapObservation.this) {
                if (current != this || stopped) {
                    return;
                }
                if (!answer.isSuccess()) {
                    again(CoapFailures.of(answer.advanced()).getMessage());
                    return;
                }
                began(answer);
            }
            handing.execute(() -> handOver(answer.advanced()));
        }

        @Override
        public void onError() {
            failed();
        }

        /** No answer, or no notification for longer than the newest value was good for. */
        void silent() {
            synchronized (CoapObservation.this) {
                if (current == this && !stopped && answered) {
                    CoapLog.LOG.silent(settings.uri(path));
                    register();
                } else {
                    failed();
                }
            }
        }

        private void failed() {
            synchronized (CoapObservation.this) {
                if (current == this && !stopped) {
                    peer.forgetSession();
                    again(CoapFailures.of(request, settings).getMessage());
                }
            }
        }

        private void began(CoapResponse answer) {
            if (!answer.getOptions().hasObserve()) {
                again("The device does not let this resource be observed. Choose mode poll.");
                return;
            }
            answered = true;
            boolean news = !active;
            active = true;
            error = null;
            failures = 0;
            long age = Math.min(answer.getOptions().getMaxAge(), LONGEST_AGE_SECONDS);
            later(this::silent, Duration.ofSeconds(age).plus(GRACE));
            if (news) {
                handing.execute(listener::changed);
            }
        }

        private void handOver(Response response) {
            try {
                listener.notified(path, response);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                CoapLog.LOG.notTaken(e, settings.uri(path));
                synchronized (CoapObservation.this) {
                    if (current == this && !stopped) {
                        again("A message could not be taken over: " + e.getMessage() + ".");
                    }
                }
            }
        }
    }
}
