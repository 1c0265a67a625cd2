package io.soam.ingestion.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes the files of segments: the place where a test lets a disk fail. */
@FunctionalInterface
interface SegmentFiles {

    /** Files that must not exist before. */
    SegmentFiles ON_DISK =
            file -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    FileChannel create(Path file) throws IOException;
}
