// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What can be wrong with a data file as a whole, in words.
public final class FileTrouble {
    private static final String MAGIC = "PAR1";
    private static final String ENCRYPTED_MAGIC = "PARE";
    private static final String REPLACE = "Get the file again or choose another one.";

    private FileTrouble() {}

    /// Checks that a file is there and begins and ends like Parquet.
    ///
    /// @return its size in bytes
    static long requireParquet(Path path) {
        if (Files.isDirectory(path)) {
            throw new InputException(path.toString(), "is a folder, not a file", "Choose the Parquet file in it.");
        }
        try (FileChannel channel = FileChannel.open(path)) {
            long size = channel.size();
            String head = fourBytes(channel, 0);
            if (!head.equals(MAGIC) && !head.equals(ENCRYPTED_MAGIC)) {
                throw new InputException(path.toString(), "is not a Parquet file", "Choose a Parquet file.");
            }
            String tail = fourBytes(channel, size - 4);
            if (head.equals(ENCRYPTED_MAGIC) || tail.equals(ENCRYPTED_MAGIC)) {
                throw new InputException(path.toString(), "is encrypted", "Decrypt it first.");
            }
            if (size < 12 || !tail.equals(MAGIC)) {
                throw new InputException(path.toString(), "is truncated: its end is missing", REPLACE);
            }
            return size;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static String fourBytes(FileChannel channel, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4);
        if (position >= 0) {
            channel.read(bytes, position);
        }
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }

    /// What the disk's refusal to read a file means.
    public static InputException unreadable(Path path, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new InputException(path.toString(), "there is no such file", "Check the path.", cause);
        }
        if (cause instanceof AccessDeniedException) {
            return new InputException(path.toString(), "may not be read", "Change its permissions.", cause);
        }
        return new InputException(
                path.toString(), "cannot be read (" + cause.getMessage() + ")", "Check the file and the disk.", cause);
    }

    /// What a failure inside the Parquet library means. Damage shows itself in many ways there: as exceptions of all
    /// kinds, as classes that cannot be linked, as absurd sizes that no memory can hold.
    ///
    /// @param column the column being read, or ""
    static InputException damaged(Path path, String column, Throwable cause) {
        String where = column.isEmpty() ? path.toString() : path + ", column " + column;
        if (cause instanceof OutOfMemoryError) {
            return new InputException(
                    where,
                    "needs more memory than there is, or is damaged",
                    "Give the program more memory (-Xmx) or get the file again.",
                    cause);
        }
        return new InputException(where, "is damaged or truncated (" + firstLine(cause) + ")", REPLACE, cause);
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}
