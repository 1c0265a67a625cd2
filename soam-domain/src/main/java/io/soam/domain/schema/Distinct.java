package io.soam.domain.schema;

/** Counts distinct values by their hashes: exactly while they are few, then by estimate. */
public interface Distinct {

    /** Takes in a value by its well mixed hash; doing it again changes nothing. */
    void add(long hash);

    /** Takes in all that another of the same kind has taken in. */
    void merge(Distinct other);

    /** How many distinct values there were. */
    long estimate();

    /** Whether {@link #estimate()} is exact. */
    boolean isExact();

    /** The state, for {@link Distincts#read}. */
    byte[] toBytes();
}
