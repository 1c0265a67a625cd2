package io.soam.domain.schema;

import java.nio.ByteBuffer;
import java.util.TreeSet;

/** Counts exactly: what tests of profiles expect then does not depend on a sketch. */
final class ExactDistincts implements Distincts {

    @Override
    public Distinct ofField() {
        return new Exact();
    }

    @Override
    public Distinct ofSensors() {
        return new Exact();
    }

    @Override
    public Distinct read(byte[] state) {
        Exact read = new Exact();
        ByteBuffer bytes = ByteBuffer.wrap(state);
        while (bytes.hasRemaining()) {
            read.add(bytes.getLong());
        }
        return read;
    }

    private static final class Exact implements Distinct {

        private final TreeSet<Long> hashes = new TreeSet<>();

        @Override
        public void add(long hash) {
            hashes.add(hash);
        }

        @Override
        public void merge(Distinct other) {
            hashes.addAll(((Exact) other).hashes);
        }

        @Override
        public long estimate() {
            return hashes.size();
        }

        @Override
        public boolean isExact() {
            return true;
        }

        @Override
        public byte[] toBytes() {
            ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Long.BYTES);
            hashes.forEach(bytes::putLong);
            return bytes.array();
        }
    }
}
