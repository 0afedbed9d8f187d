// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import app.hometown.domain.InputException;
import app.hometown.files.AtomicFile;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// Tiles on the disk, those not used for longest given up when there are too many. Files are written whole or not at
/// all; one that is damaged counts as not there. What the disk refuses is logged and does without: a cache only saves
/// time. Safe for several threads; of one program.
final class TileCache {
    private static final Logger LOG = Logger.getLogger(TileCache.class.getName());
    private static final int MAGIC = 0x48545443;
    private static final String ENDING = ".tile";

    /// A file's time of use is written down at most this often.
    private static final Duration USE_STEP = Duration.ofHours(12);

    private final Path folder;
    private final long mostBytes;
    private final LinkedHashMap<Path, Long> sizes = new LinkedHashMap<>(256, 0.75f, true);
    private long bytes;
    private boolean known;

    /// A kept answer.
    static final class Kept {
        private final byte[] body;
        private final Instant freshUntil;
        private final String etag;
        private final String lastModified;

        /// @param body the picture as it came, not copied; empty when the server has no such tile
        /// @param freshUntil until when it need not be asked for again
        /// @param etag to ask whether it has changed, or ""
        /// @param lastModified likewise
        Kept(byte[] body, Instant freshUntil, String etag, String lastModified) {
            this.body = body;
            this.freshUntil = freshUntil;
            this.etag = etag;
            this.lastModified = lastModified;
        }

        byte[] body() {
            return body;
        }

        Instant freshUntil() {
            return freshUntil;
        }

        String etag() {
            return etag;
        }

        String lastModified() {
            return lastModified;
        }

        Kept until(Instant newFreshUntil) {
            return new Kept(body, newFreshUntil, etag, lastModified);
        }
    }

    /// @param folder where; made when the first tile comes
    /// @param mostBytes the room that all files together may take
    TileCache(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /// What is kept of a tile.
    Optional<Kept> read(TileSource source, TileAddress tile) {
        know();
        Path file = file(source, tile);
        try {
            byte[] all = Files.readAllBytes(file);
            used(file, all.length);
            try (var in = new DataInputStream(new ByteArrayInputStream(all))) {
                if (in.readInt() != MAGIC) {
                    return Optional.empty();
                }
                Instant freshUntil = Instant.ofEpochSecond(in.readLong());
                String etag = in.readUTF();
                String lastModified = in.readUTF();
                byte[] body = new byte[in.readInt()];
                in.readFully(body);
                return Optional.of(new Kept(body, freshUntil, etag, lastModified));
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "kept tile not read: " + file, e);
            return Optional.empty();
        }
    }

    /// Keeps a tile and gives up as many old ones as that takes.
    void write(TileSource source, TileAddress tile, Kept kept) {
        know();
        Path file = file(source, tile);
        try {
            AtomicFile.write(file, out -> {
                var data = new DataOutputStream(out);
                data.writeInt(MAGIC);
                data.writeLong(kept.freshUntil().getEpochSecond());
                data.writeUTF(kept.etag());
                data.writeUTF(kept.lastModified());
                data.writeInt(kept.body().length);
                data.write(kept.body());
                data.flush();
            });
            added(file, Files.size(file));
        } catch (IOException | InputException e) {
            LOG.log(Level.WARNING, "tile not kept: " + e.getMessage());
        }
    }

    /// The bytes of all files now.
    synchronized long bytes() {
        know();
        return bytes;
    }

    private synchronized void used(Path file, long size) {
        if (sizes.get(file) == null) {
            bytes += size;
            sizes.put(file, size);
        }
        try {
            Instant now = Instant.now();
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(USE_STEP))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "time of use not written: " + file, e);
        }
    }

    private synchronized void added(Path file, long size) {
        Long before = sizes.put(file, size);
        bytes += size - (before == null ? 0 : before);
        Iterator<Map.Entry<Path, Long>> oldest = sizes.entrySet().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            Map.Entry<Path, Long> next = oldest.next();
            try {
                Files.deleteIfExists(next.getKey());
            } catch (IOException e) {
                LOG.log(Level.WARNING, "old tile not deleted: " + next.getKey(), e);
            }
            bytes -= next.getValue();
            oldest.remove();
        }
    }

    /// Reads, before anything else is done, what earlier runs have left, oldest first, and clears away what a kill left
    /// half written.
    private synchronized void know() {
        if (known) {
            return;
        }
        known = true;
        if (!Files.isDirectory(folder)) {
            return;
        }
        record Found(Path file, long size, FileTime used) {}
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(ENDING)) {
                    found.add(new Found(file, Files.size(file), Files.getLastModifiedTime(file)));
                } else if (name.startsWith(".") && name.contains(ENDING)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "the folder of kept tiles was not read in full", e);
        }
        found.sort(Comparator.comparing(Found::used));
        for (Found each : found) {
            if (sizes.put(each.file(), each.size()) == null) {
                bytes += each.size();
            }
        }
    }

    private Path file(TileSource source, TileAddress tile) {
        return folder.resolve(name(source.template()))
                .resolve(Integer.toString(tile.zoom()))
                .resolve(Long.toString(tile.x()))
                .resolve(tile.y() + ENDING);
    }

    private static String name(String template) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(template.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
