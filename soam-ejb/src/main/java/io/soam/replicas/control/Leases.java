package io.soam.replicas.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The leases of this server. Each is renewed while it is wanted; of the free ones every server
 * takes its share, and what nobody has taken after some seconds it takes too.
 *
 * <p>A server with more than its share hands over one after the other, so that one that joins gets
 * some; never more than one in half a minute, because each handing over is a pause.
 */
@ApplicationScoped
public class Leases {

    /** Without renewal for so long, another may take a lease. */
    static final Duration LIFETIME = Duration.ofSeconds(15);

    /** Without renewal for so long, its owner no longer trusts it. */
    static final Duration TRUSTED = Duration.ofSeconds(10);

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_HANDOVERS = Duration.ofSeconds(30);

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Inject Replicas replicas;

    private final Map<String, Lease> held = new HashMap<>();
    private final Map<String, Long> freeSince = new HashMap<>();
    private final Set<String> handedOver = new HashSet<>();
    private long lastHandover = System.nanoTime();

    /**
     * Renews what this server has, gives back what is not wanted, and takes what is free.
     *
     * @param wanted names of all leases that some server should have
     * @param busy names of those whose work still runs here, so that they cannot be given back yet
     * @return those that this server has and may use
     */
    public synchronized Map<String, Lease> look(Collection<String> wanted, Collection<String> busy)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LeaseTable table = new LeaseTable(connection, replicas.instance(), replicas.podName());
            renew(table);
            Set<String> names = new HashSet<>(wanted);
            giveBack(table, names, busy);
            Shares shares = table.shares(Replicas.DEAD_AFTER_SECONDS);
            int share = shares.share(names.size());
            take(table, names, share);
            handOver(names, share, shares);
        }
        Map<String, Lease> usable = new HashMap<>(held);
        usable.keySet().removeAll(handedOver);
        return usable;
    }

    /** Gives everything back, so that the others need not wait. */
    synchronized void release() {
        held.values().forEach(Lease::end);
        try (Connection connection = dataSource.getConnection()) {
            new LeaseTable(connection, replicas.instance(), replicas.podName())
                    .release(List.copyOf(held.keySet()));
        } catch (SQLException e) {
            ReplicasLog.LOG.notLeft(e.getMessage());
        }
        held.clear();
    }

    private void renew(LeaseTable table) throws SQLException {
        long until = System.nanoTime() + TRUSTED.toNanos();
        Map<String, Long> renewed = table.renew(LIFETIME);
        held.values()
                .removeIf(
                        lease -> {
                            Long fence = renewed.get(lease.name());
                            boolean lost = fence == null || fence != lease.fence();
                            if (lost) {
                                lease.end();
                                ReplicasLog.LOG.leaseLost(lease.name());
                            } else {
                                lease.extend(until);
                            }
                            return lost;
                        });
    }

    private void giveBack(LeaseTable table, Set<String> wanted, Collection<String> busy)
            throws SQLException {
        List<String> unwanted =
                held.keySet().stream()
                        .filter(name -> !wanted.contains(name) || handedOver.contains(name))
                        .filter(name -> !busy.contains(name))
                        .toList();
        if (!unwanted.isEmpty()) {
            unwanted.forEach(name -> held.remove(name).end());
            table.release(unwanted);
            replicas.changed();
        }
        handedOver.retainAll(held.keySet());
    }

    private void take(LeaseTable table, Set<String> wanted, int share) throws SQLException {
        Set<String> free = new HashSet<>(wanted);
        free.removeAll(table.taken());
        freeSince.keySet().retainAll(free);
        long now = System.nanoTime();
        free.forEach(name -> freeSince.putIfAbsent(name, now));
        List<String> mine =
                new FreeLeases(freeSince, GRACE).choose(now, Math.max(0, share - held.size()));
        if (mine.isEmpty()) {
            return;
        }
        long until = System.nanoTime() + TRUSTED.toNanos();
        table.take(mine, LIFETIME)
                .forEach((name, fence) -> held.put(name, new Lease(name, fence, until)));
        freeSince.keySet().removeAll(held.keySet());
    }

    private void handOver(Set<String> wanted, int share, Shares shares) {
        long now = System.nanoTime();
        boolean due = now - lastHandover > BETWEEN_HANDOVERS.toNanos();
        if (due && handedOver.isEmpty() && held.size() > share && shares.someoneHasLess(share)) {
            held.keySet().stream().filter(wanted::contains).findAny().ifPresent(handedOver::add);
            lastHandover = now;
        }
    }
}
