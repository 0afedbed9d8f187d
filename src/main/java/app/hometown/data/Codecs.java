// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// The codecs of Parquet pages: gzip from the JDK, because the library's own needs a Hadoop that is not here; the
/// others from the library. Every decompressor handed out is one of its own, for columns are decompressed side by side
/// and the library's share their state. Holds native memory until [#release].
final class Codecs implements CompressionCodecFactory {
    private static final int PAGE_SIZE = 1 << 20;

    private final List<CodecFactory> others = new ArrayList<>();

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return another().getCompressor(codec);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return codec == CompressionCodecName.GZIP ? new Gunzip() : another().getDecompressor(codec);
    }

    private CodecFactory another() {
        CodecFactory other = new CodecFactory(new PlainParquetConfiguration(), PAGE_SIZE);
        others.add(other);
        return other;
    }

    @Override
    public void release() {
        others.forEach(CodecFactory::release);
        others.clear();
    }

    private static final class Gunzip implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput compressed, int size) throws IOException {
            return BytesInput.from(inflate(compressed.toInputStream(), size));
        }

        @Override
        public void decompress(ByteBuffer compressed, int compressedSize, ByteBuffer into, int size)
                throws IOException {
            byte[] bytes = new byte[compressedSize];
            compressed.get(bytes);
            into.put(inflate(new ByteArrayInputStream(bytes), size));
        }

        @Override
        public void release() {}

        private static byte[] inflate(InputStream compressed, int size) throws IOException {
            try (InputStream in = new GZIPInputStream(compressed, 1 << 14)) {
                byte[] bytes = in.readNBytes(size);
                if (bytes.length < size) {
                    throw new EOFException("a page holds less than it says");
                }
                return bytes;
            }
        }
    }
}
