package io.soam.domain.schema;

/**
 * Recognises messages that come again, as far as memory goes: a table with one place per hash, in
 * which a newer message replaces an older one. What it recognises did come before; what came before
 * long ago it may have forgotten. With half a million places and 5,000 messages a second nearly all
 * that come again within a minute are recognised.
 */
final class RecentMessages {

    private final long[] places;

    /**
     * @param powerOfTwo how many places, as power of two
     */
    RecentMessages(int powerOfTwo) {
        places = new long[1 << powerOfTwo];
    }

    /** Whether the message was seen before; it is from now on. */
    boolean seen(long identity) {
        long known = identity == 0 ? 1 : identity;
        int place = (int) Hashes.of(known) & (places.length - 1);
        boolean seen = places[place] == known;
        places[place] = known;
        return seen;
    }
}
