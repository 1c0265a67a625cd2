package io.soam.replicas.control;

import java.time.Instant;
import java.util.UUID;

/**
 * A living server.
 *
 * @param podName its name, the same after a restart
 * @param instance this life of it
 * @param address where it runs, for the operator
 * @param startedAt when this life began
 * @param heartbeatAt when it last showed that it lives
 * @param figures what it tells the others, a JSON object
 */
public record Server(
        String podName,
        UUID instance,
        String address,
        Instant startedAt,
        Instant heartbeatAt,
        String figures) {}
