// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.files;

import app.hometown.domain.InputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file whole or not at all: to a temporary neighbour, forced to disk, then renamed over the target. Whatever
/// happens at whatever instant, the target is the old file or the new one.
public final class AtomicFile {
    /// What writes the content.
    @FunctionalInterface
    public interface Content {
        /// Writes everything; need not flush or close.
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /// Replaces or creates a file, with the folders above it.
    ///
    /// @throws InputException when the disk refuses: full, read-only, not allowed, not a folder
    public static void write(Path target, Content content) {
        Path file = target.toAbsolutePath();
        Path temporary = null;
        try {
            Path folder = file.getParent();
            if (folder == null) {
                throw new NoSuchFileException(file.toString());
            }
            Files.createDirectories(folder);
            temporary = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            shareLikeOthers(temporary);
            move(temporary, file);
            temporary = null;
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw refused(target, e);
        } finally {
            discard(temporary);
        }
    }

    /// What the disk's refusal to write a file means to people.
    public static InputException refused(Path file, Exception cause) {
        String reason = cause instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : String.valueOf(cause.getMessage());
        if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException) {
            return new InputException(
                    file.toString(),
                    "cannot be written: the folder or the file is read-only",
                    "Choose another folder or change its permissions.",
                    cause);
        }
        if (reason.contains("Read-only file system")) {
            return new InputException(
                    file.toString(),
                    "cannot be written: the file system is read-only",
                    "Choose another folder.",
                    cause);
        }
        if (reason.contains("No space left") || reason.contains("not enough space") || reason.contains("quota")) {
            return new InputException(
                    file.toString(),
                    "cannot be written: the disk is full",
                    "Free some space or choose another disk; what was there before is unchanged.",
                    cause);
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return new InputException(
                    file.toString(),
                    "cannot be written: a part of the path is a file, not a folder",
                    "Choose another folder.",
                    cause);
        }
        return new InputException(
                file.toString(), "cannot be written (" + reason + ")", "Choose another folder or disk.", cause);
    }

    /// Temporary files are private to their owner; a finished one gets the permissions a new file would have.
    private static void shareLikeOthers(Path temporary) throws IOException {
        if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
            Path probe = temporary.resolveSibling(temporary.getFileName() + ".mode");
            try {
                Files.createFile(probe);
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(probe));
            } finally {
                Files.deleteIfExists(probe);
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(@org.jspecify.annotations.Nullable Path temporary) {
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                System.getLogger(AtomicFile.class.getName())
                        .log(System.Logger.Level.WARNING, "left behind: " + temporary, e);
            }
        }
    }
}
