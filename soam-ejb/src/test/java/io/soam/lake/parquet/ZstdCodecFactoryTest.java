package io.soam.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;

class ZstdCodecFactoryTest {

    private static final byte[] CONTENT = new byte[1_000];

    private final ZstdCodecFactory factory = new ZstdCodecFactory();

    @Test
    void whatItCompresses_isZstd() throws IOException {
        byte[] compressed =
                compressor().compress(BytesInput.from(CONTENT)).toInputStream().readAllBytes();

        assertThat(compressed).hasSizeLessThan(100);
        try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            assertThat(context.decompress(compressed, CONTENT.length)).isEqualTo(CONTENT);
        }
    }

    @Test
    void itsRelease_releasesTheMemoryOfItsCompressors() {
        BytesInputCompressor compressor = compressor();

        factory.release();

        assertThatThrownBy(() -> compressor.compress(BytesInput.from(CONTENT)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    private BytesInputCompressor compressor() {
        return factory.getCompressor(CompressionCodecName.ZSTD);
    }
}
