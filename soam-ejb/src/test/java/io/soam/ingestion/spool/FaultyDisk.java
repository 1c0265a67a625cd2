package io.soam.ingestion.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** A disk that can be full: a write stores what still fits and then fails, as ext4 does. */
public final class FaultyDisk implements SegmentFiles {

    private static final String NO_SPACE = "No space left on device";

    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean forceFails;

    public void free(long bytes) {
        free.set(bytes);
    }

    public void failForce(boolean fail) {
        forceFails = fail;
    }

    /** A spool on this disk. */
    public static Spool spool(Path directory, SpoolLimits limits, FaultyDisk disk)
            throws IOException {
        return Spool.open(directory, limits, Clock.systemUTC(), Thread::new, disk);
    }

    @Override
    public FileChannel create(Path file) throws IOException {
        return new Channel(ON_DISK.create(file));
    }

    private final class Channel extends FileChannel {

        private final FileChannel channel;

        Channel(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            int fits = (int) Math.min(free.get(), source.remaining());
            if (fits == 0 && source.hasRemaining()) {
                throw new IOException(NO_SPACE);
            }
            free.addAndGet(-fits);
            ByteBuffer part = source.slice(source.position(), fits);
            source.position(source.position() + fits);
            return channel.write(part);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (forceFails) {
                throw new IOException("Input/output error");
            }
            channel.force(metaData);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int read(ByteBuffer target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long read(ByteBuffer[] targets, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel position(long newPosition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(ByteBuffer target, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer source, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }
    }
}
