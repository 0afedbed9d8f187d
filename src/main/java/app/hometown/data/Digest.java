// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Identifiers;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// SHA-256 of what data says, whatever file format, compression or vocabulary codes it comes in: the same rows in the
/// same order, doubles to the bit, give the same digest. 64 hexadecimal digits. About a second for 5 M rows.
public final class Digest {
    private static final int STEP = 1 << 13;

    private final MessageDigest sha;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    private Digest(String kind) {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        text(kind);
    }

    /// The digest of users, streams and category names.
    public static String of(Catalog catalog) {
        return of(catalog, Progress.NONE);
    }

    /// As above, with progress and cancel.
    public static String of(Catalog catalog, Progress progress) {
        Digest digest = new Digest("hometown catalog 1");
        digest.number(catalog.integerCategories() ? 1 : 0);
        Map<String, String> names = new TreeMap<>(catalog.categoryNames());
        digest.number(names.size());
        names.forEach((id, name) -> {
            digest.text(id);
            digest.text(name);
        });
        digest.users(catalog, progress);
        digest.streams(catalog, progress);
        return digest.hex();
    }

    /// The digest of samples.
    public static String of(Samples samples) {
        return of(samples, Progress.NONE);
    }

    /// As above, with progress and cancel.
    public static String of(Samples samples, Progress progress) {
        Digest digest = new Digest("hometown samples 1");
        Feature[] features = Feature.values();
        digest.number(samples.size());
        digest.number(samples.hasTrueClickProbabilities() ? 1 : 0);
        progress.phase("fingerprinting samples", samples.size());
        for (int row = 0; row < samples.size(); row++) {
            if (row % STEP == 0) {
                progress.done(row);
            }
            digest.id(samples.userIds(), samples.user(row));
            digest.id(samples.streamIds(), samples.stream(row));
            for (Feature feature : features) {
                digest.real(samples.feature(row, feature));
            }
            digest.number(samples.clicked(row) ? 1 : 0);
            if (samples.hasTrueClickProbabilities()) {
                digest.real(samples.trueClickProbability(row));
            }
        }
        return digest.hex();
    }

    private void users(Catalog catalog, Progress progress) {
        Users users = catalog.users();
        byte[][] cities = utf8(catalog.cities());
        byte[][] languages = utf8(catalog.languages());
        byte[][] categories = utf8(catalog.categories());
        number(users.size());
        progress.phase("fingerprinting users", users.size());
        for (int row = 0; row < users.size(); row++) {
            if (row % STEP == 0) {
                progress.done(row);
            }
            id(users.ids(), row);
            real(users.latitude(row));
            real(users.longitude(row));
            bytes(cities[users.city(row)]);
            bytes(languages[users.language(row)]);
            number(users.categoryCount(row));
            for (int n = 0; n < users.categoryCount(row); n++) {
                bytes(categories[users.category(row, n)]);
            }
            real(users.localPreferenceStrength(row));
            real(users.totalWatchHours(row));
        }
    }

    private void streams(Catalog catalog, Progress progress) {
        Streams streams = catalog.streams();
        byte[][] cities = utf8(catalog.cities());
        byte[][] languages = utf8(catalog.languages());
        byte[][] categories = utf8(catalog.categories());
        number(streams.size());
        progress.phase("fingerprinting streams", streams.size());
        for (int row = 0; row < streams.size(); row++) {
            if (row % STEP == 0) {
                progress.done(row);
            }
            id(streams.ids(), row);
            real(streams.latitude(row));
            real(streams.longitude(row));
            bytes(cities[streams.city(row)]);
            bytes(languages[streams.language(row)]);
            bytes(categories[streams.category(row)]);
            real(streams.qualityScore(row));
            number(streams.avgViewerCount(row));
            number(streams.creatorFollowers(row));
            number((streams.partnered(row) ? 1 : 0)
                    | (streams.matureContent(row) ? 2 : 0)
                    | (streams.live(row) ? 4 : 0));
            number(streams.currentViewers(row).orElse(-1));
            text(streams.title(row));
            List<String> tags = streams.tags(row);
            number(tags.size());
            tags.forEach(this::text);
            text(streams.creatorId(row));
        }
    }

    private static byte[][] utf8(Vocabulary vocabulary) {
        return vocabulary.names().stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    private void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same as its text.
    private void id(Identifiers ids, int row) {
        int length = ids.byteCount(row);
        if (Integer.BYTES + length > buffer.remaining()) {
            drain();
        }
        if (Integer.BYTES + length > buffer.remaining()) {
            text(ids.get(row));
        } else {
            buffer.putInt(length);
            ids.copyBytes(row, buffer);
        }
    }

    /// Length first, so that no two different rows read the same.
    private void bytes(byte[] bytes) {
        number(bytes.length);
        if (bytes.length > buffer.remaining()) {
            drain();
        }
        if (bytes.length > buffer.remaining()) {
            sha.update(bytes);
        } else {
            buffer.put(bytes);
        }
    }

    private void number(int value) {
        if (buffer.remaining() < Integer.BYTES) {
            drain();
        }
        buffer.putInt(value);
    }

    private void real(double value) {
        if (buffer.remaining() < Long.BYTES) {
            drain();
        }
        buffer.putLong(Double.doubleToRawLongBits(value));
    }

    private void drain() {
        sha.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private String hex() {
        drain();
        return HexFormat.of().formatHex(sha.digest());
    }
}
