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
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;

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

    /// A file to be written.
    ///
    /// @param target where
    /// @param content what
    public record Part(Path target, Content content) {}

    /// Replaces or creates a file, with the folders above it.
    ///
    /// @throws InputException when the disk refuses: full, read-only, not allowed, not a folder
    public static void write(Path target, Content content) {
        writeAll(List.of(new Part(target, content)), List.of());
    }

    /// Replaces or creates files that belong together: all are written in full beside their targets before the
    /// first target changes, so whatever fails while writing leaves every target as it was. Each single file is the
    /// old or the new one at any instant; a kill between two renames can leave new files beside old ones.
    ///
    /// @param parts the files
    /// @param obsolete files that end with the old content: removed, where they exist, once the new ones stand
    /// @throws InputException when the disk refuses, naming the file
    public static void writeAll(List<Part> parts, List<Path> obsolete) {
        List<Path> temporaries = new ArrayList<>();
        List<Path> created = new ArrayList<>();
        boolean done = false;
        try {
            for (Part part : parts) {
                prepare(part, temporaries, created);
            }
            for (int i = 0; i < parts.size(); i++) {
                moveTo(parts.get(i).target(), temporaries.get(i));
            }
            done = true;
            for (Path file : obsolete) {
                remove(file);
            }
        } finally {
            if (!done) {
                temporaries.forEach(AtomicFile::discard);
                created.reversed().forEach(AtomicFile::discard);
            }
        }
    }

    private static void prepare(Part part, List<Path> temporaries, List<Path> created) {
        Path file = part.target().toAbsolutePath();
        try {
            Path folder = file.getParent();
            if (folder == null) {
                throw new NoSuchFileException(file.toString());
            }
            if (Files.isDirectory(file)) {
                throw new FileSystemException(file.toString(), null, "it is a folder");
            }
            createFolders(folder, created);
            Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
            temporaries.add(temporary);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                part.content().writeTo(out);
                out.flush();
                channel.force(true);
            }
            shareLikeOthers(temporary);
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw refused(part.target(), e);
        }
    }

    private static void createFolders(Path folder, List<Path> created) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.getParent();
        if (above != null) {
            createFolders(above, created);
        }
        Files.createDirectory(folder);
        created.add(folder);
    }

    private static void moveTo(Path target, Path temporary) {
        try {
            move(temporary, target.toAbsolutePath());
        } catch (IOException e) {
            throw refused(target, e);
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
        if (Files.getFileAttributeView(temporary, PosixFileAttributeView.class) != null) {
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

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    private static void discard(Path leftover) {
        try {
            Files.deleteIfExists(leftover);
        } catch (IOException e) {
            System.getLogger(AtomicFile.class.getName())
                    .log(System.Logger.Level.WARNING, "left behind: " + leftover, e);
        }
    }
}
