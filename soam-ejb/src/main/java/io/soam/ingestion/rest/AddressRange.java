package io.soam.ingestion.rest;

import java.net.InetAddress;
import java.util.Arrays;

/** Addresses that begin with the same bits. */
final class AddressRange {

    private final byte[] prefix;
    private final int bits;
    private final String name;

    /**
     * Makes a range.
     *
     * @param bits how many of the prefix count
     * @param octets the prefix, 4 or 16 of them
     */
    AddressRange(int bits, String name, int... octets) {
        this.prefix = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            prefix[i] = (byte) octets[i];
        }
        this.bits = bits;
        this.name = name;
    }

    String name() {
        return name;
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        int whole = bits / Byte.SIZE;
        if (bytes.length != prefix.length || !Arrays.equals(bytes, 0, whole, prefix, 0, whole)) {
            return false;
        }
        int rest = bits % Byte.SIZE;
        int mask = 0xff << (Byte.SIZE - rest) & 0xff;
        return rest == 0 || (bytes[whole] & mask) == (prefix[whole] & mask);
    }
}
