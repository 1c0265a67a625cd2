package io.soam.lake.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses with zstd without Hadoop's codecs. Level 1 is both smaller and faster than 3 on
 * telemetry (docs/adr/0004).
 */
final class ZstdCodecFactory implements CompressionCodecFactory {

    private static final int LEVEL = 1;

    private final List<Compressor> compressors = new ArrayList<>();

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("Bronze is written with zstd, not with " + codec);
        }
        Compressor compressor = new Compressor();
        compressors.add(compressor);
        return compressor;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new IllegalStateException("Bronze is only written here");
    }

    /**
     * The writer calls this one and not those of the compressors, whose memory is not the heap's.
     */
    @Override
    public void release() {
        compressors.forEach(Compressor::release);
        compressors.clear();
    }

    private static final class Compressor implements BytesInputCompressor {

        private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            return BytesInput.from(context.compress(bytes.toInputStream().readAllBytes()));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {
            context.close();
        }
    }
}
