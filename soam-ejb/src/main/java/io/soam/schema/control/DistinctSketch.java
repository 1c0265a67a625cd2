package io.soam.schema.control;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import io.soam.domain.schema.Distinct;
import io.soam.domain.schema.Distincts;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Keeps the hashes themselves while they are few, then an UltraLogLog sketch of them. */
final class DistinctSketch implements Distinct {

    /**
     * Fields: 32 exactly, then within about 5 per cent. Sensors: 256 exactly, then 1.7 per cent.
     */
    static final Distincts ALL =
            new Distincts() {
                @Override
                public Distinct ofField() {
                    return new DistinctSketch(32, 8);
                }

                @Override
                public Distinct ofSensors() {
                    return new DistinctSketch(256, 11);
                }

                @Override
                public Distinct read(byte[] state) {
                    return DistinctSketch.of(ByteBuffer.wrap(state));
                }
            };

    private static final byte EXACT = 0;
    private static final byte SKETCHED = 1;
    private static final int FIRST_PLACES = 8;

    private final int mostExact;
    private final int precision;
    private long[] places = new long[FIRST_PLACES];
    private int size;
    private UltraLogLog sketch;

    private DistinctSketch(int mostExact, int precision) {
        this.mostExact = mostExact;
        this.precision = precision;
    }

    @Override
    public void add(long hash) {
        if (sketch != null) {
            sketch.add(hash);
        } else {
            addExactly(hash == 0 ? 1 : hash);
        }
    }

    private void addExactly(long hash) {
        int place = free(places, hash);
        if (places[place] == hash) {
            return;
        }
        if (size == mostExact) {
            turnIntoSketch();
            sketch.add(hash);
            return;
        }
        places[place] = hash;
        size++;
        if (size * 2 > places.length) {
            grow();
        }
    }

    /** The place of the hash, or the free one that it should have. */
    private static int free(long[] places, long hash) {
        int place = (int) hash & (places.length - 1);
        while (places[place] != 0 && places[place] != hash) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] more = new long[places.length * 2];
        for (long hash : places) {
            if (hash != 0) {
                more[free(more, hash)] = hash;
            }
        }
        places = more;
    }

    private void turnIntoSketch() {
        sketch = UltraLogLog.create(precision);
        for (long hash : places) {
            if (hash != 0) {
                sketch.add(hash);
            }
        }
        places = new long[0];
    }

    @Override
    public void merge(Distinct other) {
        DistinctSketch that = (DistinctSketch) other;
        if (that.sketch == null) {
            for (long hash : that.places) {
                if (hash != 0) {
                    add(hash);
                }
            }
            return;
        }
        if (sketch == null) {
            turnIntoSketch();
        }
        sketch.add(that.sketch);
    }

    @Override
    public long estimate() {
        return sketch == null ? size : Math.round(sketch.getDistinctCountEstimate());
    }

    @Override
    public boolean isExact() {
        return sketch == null;
    }

    @Override
    public byte[] toBytes() {
        byte[] state = sketch == null ? new byte[size * Long.BYTES] : sketch.getState();
        ByteBuffer bytes = ByteBuffer.allocate(4 + state.length);
        bytes.put(sketch == null ? EXACT : SKETCHED)
                .put((byte) precision)
                .putShort((short) mostExact);
        if (sketch == null) {
            Arrays.stream(places).filter(hash -> hash != 0).forEach(bytes::putLong);
        } else {
            bytes.put(state);
        }
        return bytes.array();
    }

    private static DistinctSketch of(ByteBuffer bytes) {
        byte kind = bytes.get();
        int precision = bytes.get();
        DistinctSketch read = new DistinctSketch(bytes.getShort(), precision);
        if (kind == EXACT) {
            while (bytes.hasRemaining()) {
                read.add(bytes.getLong());
            }
        } else {
            byte[] state = new byte[bytes.remaining()];
            bytes.get(state);
            read.places = new long[0];
            read.sketch = UltraLogLog.wrap(state);
        }
        return read;
    }
}
