// SPDX-License-Identifier: GPL-3.0-or-later

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The icon in the formats of Windows and macOS, from pictures of its sizes.
///
/// @param folder of the pictures, `hometown-SIZE.png`
record Icons(Path folder) {
    private byte[] picture(int size) throws IOException {
        return Files.readAllBytes(folder.resolve("hometown-" + size + ".png"));
    }

    /// An icon file of Windows: a directory, then the pictures as PNG (which it reads since Vista).
    byte[] ico() throws IOException {
        int[] sizes = {16, 24, 32, 48, 64, 128, 256};
        ByteBuffer bytes = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
        int at = 6 + 16 * sizes.length;
        for (int size : sizes) {
            int length = picture(size).length;
            // 0 stands for 256.
            bytes.put((byte) size).put((byte) size).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            bytes.putInt(length).putInt(at);
            at += length;
        }
        for (int size : sizes) {
            bytes.put(picture(size));
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /// An icon file of macOS: its length, then each picture as PNG behind its type and length.
    byte[] icns() throws IOException {
        Map<String, Integer> types = new LinkedHashMap<>();
        types.put("icp4", 16);
        types.put("icp5", 32);
        types.put("ic07", 128);
        types.put("ic08", 256);
        types.put("ic09", 512);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 20);
        bytes.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        for (Map.Entry<String, Integer> type : types.entrySet()) {
            byte[] picture = picture(type.getValue());
            bytes.put(type.getKey().getBytes(StandardCharsets.US_ASCII)).putInt(8 + picture.length).put(picture);
        }
        bytes.putInt(4, bytes.position());
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
