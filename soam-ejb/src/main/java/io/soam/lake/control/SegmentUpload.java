package io.soam.lake.control;

import io.soam.ingestion.spool.SealedSegment;
import io.soam.ingestion.spool.SegmentContent;
import io.soam.lake.control.SegmentObjects.Part;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A segment on its way: what of it is stored, what is being written, what is still to do. */
final class SegmentUpload {

    private final SealedSegment segment;
    private final Deque<Part> waiting = new ArrayDeque<>();
    private final List<Part> failed = new ArrayList<>();
    private final List<BronzeObject> stored = new ArrayList<>();
    private SegmentContent content;
    private int writing;
    private boolean registered;
    private Throwable defect;
    private int attempts = 1;

    SegmentUpload(SealedSegment segment) {
        this.segment = segment;
    }

    SealedSegment segment() {
        return segment;
    }

    SegmentContent content() {
        return content;
    }

    /** Its objects that are stored. */
    List<BronzeObject> stored() {
        return stored;
    }

    /**
     * Reads the segment, unless that has been done. An I/O error is the disk's, everything else is
     * the segment's own and becomes its {@link #defect}.
     */
    void open() throws IOException {
        if (content != null || defect != null) {
            return;
        }
        try {
            SegmentContent read = segment.content();
            waiting.addAll(SegmentObjects.of(segment.name(), read.records()));
            content = read;
        } catch (RuntimeException e) {
            defect = e;
        }
    }

    /** The next part to be written; null if there is none now. */
    Part next() {
        return waiting.peekFirst();
    }

    /** Notes that the next part is being written. */
    void begin() {
        waiting.removeFirst();
        writing++;
    }

    void succeeded(BronzeObject object) {
        writing--;
        stored.add(object);
    }

    void failed(Part part) {
        writing--;
        failed.add(part);
    }

    /** As {@link #failed(Part)}, for a reason that lies in the segment. */
    void defective(Part part, Throwable reason) {
        failed(part);
        defect = reason;
    }

    /** What in the segment itself keeps it from becoming objects; null if nothing does. */
    Throwable defect() {
        return defect;
    }

    int attempts() {
        return attempts;
    }

    /** Lets what failed be done again; after a defect this is another attempt. */
    void retry() {
        if (defect != null) {
            defect = null;
            attempts++;
        }
        waiting.addAll(failed);
        failed.clear();
    }

    boolean isBusy() {
        return writing > 0;
    }

    /** Whether all its objects are stored. */
    boolean isStored() {
        return content != null && writing == 0 && waiting.isEmpty() && failed.isEmpty();
    }

    boolean isRegistered() {
        return registered;
    }

    void registered() {
        registered = true;
    }
}
