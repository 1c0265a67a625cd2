package io.soam.ingestion.spool;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A segment that will not change any more: the unit of upload.
 *
 * @param file where it lies
 */
public record SealedSegment(Path file) {

    /** Name without suffix; no other segment, of any process, ever has the same. */
    public String name() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SegmentWriter.SUFFIX.length());
    }

    /** Its messages, and how far it could be read. */
    public SegmentContent content() throws IOException {
        return SegmentReader.read(file);
    }
}
