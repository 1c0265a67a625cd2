package io.soam.stack.home;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the servers of a stack; all do the same work on the same database, broker and lake.
 *
 * @param number 1 for the one that every stack has, up to {@link #MOST}
 */
public record Server(int number) {

    public static final int MOST = 3;
    public static final Server FIRST = new Server(1);

    public Server {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException(
                    "There are 1 to %d servers, no number %d".formatted(MOST, number));
        }
    }

    /** The first ones, in order. */
    public static List<Server> first(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Server::new).toList();
    }

    public boolean isFirst() {
        return number == 1;
    }

    /** As in {@code ./soam logs NAME}. */
    public String partName() {
        return isFirst() ? "wildfly" : "server-" + number;
    }

    /** What tells it from the others in metrics, leases and subscriptions. */
    public String podName() {
        return "soam-" + (number - 1);
    }

    /** How far its ports are from those of the first: server 2 has its portal at 8280. */
    int portOffset() {
        return isFirst() ? 0 : 100 * number;
    }
}
