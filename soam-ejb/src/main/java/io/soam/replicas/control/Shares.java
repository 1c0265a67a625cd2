package io.soam.replicas.control;

import java.util.List;

/**
 * How many leases each living server has.
 *
 * @param leases one number for each, this server included
 */
record Shares(List<Integer> leases) {

    /** What each should have at most, if all have the same. */
    int share(int all) {
        int servers = Math.max(1, leases.size());
        return (all + servers - 1) / servers;
    }

    /** Whether a server has room. */
    boolean someoneHasLess(int share) {
        return leases.stream().anyMatch(number -> number < share);
    }
}
