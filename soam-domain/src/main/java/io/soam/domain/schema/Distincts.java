package io.soam.domain.schema;

/** Makes counters of distinct values; implemented where a sketch library is at hand. */
public interface Distincts {

    /** For the values of a field: small, because there are many fields. */
    Distinct ofField();

    /** For the sensors of a stream: more exact, because people plan with it. */
    Distinct ofSensors();

    /** A counter from {@link Distinct#toBytes()}. */
    Distinct read(byte[] state);
}
