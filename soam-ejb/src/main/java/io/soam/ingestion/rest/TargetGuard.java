package io.soam.ingestion.rest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.Dns;

/**
 * Says which addresses a data source may make this server talk to: public ones, and those of hosts
 * that an administrator has allowed.
 *
 * <p>Names are resolved here and nowhere else, and what was resolved is what is connected to, so a
 * name server cannot answer one thing to the check and another to the connection. A name is refused
 * if any of its addresses is.
 */
final class TargetGuard {

    private static final List<AddressRange> FORBIDDEN =
            List.of(
                    new AddressRange(8, "this network", 0, 0, 0, 0),
                    new AddressRange(10, "a carrier's network", 100, 64, 0, 0),
                    new AddressRange(24, "a protocol's network", 192, 0, 0, 0),
                    new AddressRange(15, "a test network", 198, 18, 0, 0),
                    new AddressRange(4, "a reserved network", 240, 0, 0, 0),
                    new AddressRange(32, "a cloud's services", 168, 63, 129, 16),
                    new AddressRange(7, "a private network", v6(0xfc)),
                    new AddressRange(96, "an embedded IPv4 address", v6()),
                    new AddressRange(96, "an embedded IPv4 address", v6(0, 0x64, 0xff, 0x9b)),
                    new AddressRange(48, "an embedded IPv4 address", v6(0, 0x64, 0xff, 0x9b, 0, 1)),
                    new AddressRange(16, "an embedded IPv4 address", v6(0x20, 0x02)),
                    new AddressRange(32, "an embedded IPv4 address", v6(0x20, 0x01, 0, 0)));

    private final Set<String> allowed;

    /**
     * Makes a guard.
     *
     * @param allowedHosts names or addresses, with {@code :port} for that port only
     */
    TargetGuard(Collection<String> allowedHosts) {
        this.allowed =
                allowedHosts.stream()
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .filter(host -> !host.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The addresses of a host, all of which may be connected to.
     *
     * @throws ForbiddenTargetException if one may not
     * @throws UnknownHostException if there are none
     */
    List<InetAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetAddress> addresses = Dns.SYSTEM.lookup(host);
        for (InetAddress address : addresses) {
            check(host, port, address);
        }
        return addresses;
    }

    /**
     * Looks at what is about to be connected to.
     *
     * @param host as the URL has it
     */
    void check(String host, int port, InetAddress address) throws ForbiddenTargetException {
        if (isAllowed(host, port)) {
            return;
        }
        String why = objection(address);
        if (why != null) {
            throw new ForbiddenTargetException(host, why);
        }
    }

    private boolean isAllowed(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        String quoted = name.contains(":") ? "[" + name + "]" : name;
        return allowed.contains(name)
                || allowed.contains(quoted)
                || allowed.contains(quoted + ":" + port);
    }

    private static String objection(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return "is this machine itself";
        }
        if (address.isLinkLocalAddress()) {
            return "is a link-local address, where clouds keep their credentials";
        }
        if (address.isSiteLocalAddress()) {
            return "is in a private network";
        }
        if (address.isMulticastAddress()) {
            return "is a multicast address";
        }
        return FORBIDDEN.stream()
                .filter(range -> range.contains(address))
                .findFirst()
                .map(range -> "is " + range.name())
                .orElse(null);
    }

    private static int[] v6(int... first) {
        int[] octets = new int[16];
        System.arraycopy(first, 0, octets, 0, first.length);
        return octets;
    }
}
