// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Catalog;
import app.hometown.domain.Identifiers;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.geo.Geodesic;
import app.hometown.geo.Vector;
import app.hometown.ranking.Features;
import app.hometown.ranking.Viewer;
import org.jspecify.annotations.Nullable;

/// The users and streams that samples name, looked up in a catalog. What depends on one of them alone is worked out
/// once: the row, the user as a [Viewer], and the place as a [Vector], whose sines and cosines would cost more than all
/// the rest of a pair. Immutable; 32 bytes a distinct stream, a viewer and 24 bytes a user.
final class SamplePlaces {
    // What a stream has in its block of the array: all that a pair needs of it besides the catalog's, in one place.
    private static final int X = 0;
    private static final int Y = 1;
    private static final int Z = 2;
    private static final int ROW = 3;
    private static final int BLOCK = 4;

    private static final int UNKNOWN = -1;

    private final Samples samples;
    private final Streams streams;
    private final @Nullable Viewer[] viewers;
    private final double[] userVectors;
    private final double[] blocks;

    private SamplePlaces(
            Samples samples, Streams streams, @Nullable Viewer[] viewers, double[] userVectors, double[] blocks) {
        this.samples = samples;
        this.streams = streams;
        this.viewers = viewers;
        this.userVectors = userVectors;
        this.blocks = blocks;
    }

    /// Looks all of them up, on all processors.
    static SamplePlaces of(Samples samples, Catalog catalog, Progress progress) {
        Users users = catalog.users();
        Streams streams = catalog.streams();
        Identifiers userIds = samples.userIds();
        Identifiers streamIds = samples.streamIds();
        @Nullable Viewer[] viewers = new Viewer[userIds.size()];
        double[] userVectors = new double[Math.multiplyExact(3, userIds.size())];
        forEach(userIds, users.ids(), progress, (at, row) -> {
            if (row != UNKNOWN) {
                viewers[at] = Viewer.of(row, catalog);
                put(userVectors, 3 * at, users.latitude(row), users.longitude(row));
            }
        });
        double[] blocks = new double[Math.multiplyExact(BLOCK, streamIds.size())];
        forEach(streamIds, streams.ids(), progress, (at, row) -> {
            blocks[BLOCK * at + ROW] = row;
            if (row != UNKNOWN) {
                put(blocks, BLOCK * at, streams.latitude(row), streams.longitude(row));
            }
        });
        return new SamplePlaces(samples, streams, viewers, userVectors, blocks);
    }

    private static void put(double[] vectors, int at, double latitude, double longitude) {
        Vector vector = Vector.of(latitude, longitude);
        vectors[at + X] = vector.x();
        vectors[at + Y] = vector.y();
        vectors[at + Z] = vector.z();
    }

    /// Touches what the samples are made of, so that computing them next need not wait for memory one by one: the loads
    /// here do not depend on each other. A hundred or so at a time.
    ///
    /// @return nothing that means anything; it keeps the loads from being optimised away
    long approach(int from, int to) {
        long seen = 0;
        for (int sample = from; sample < to; sample++) {
            seen += (long) blocks[BLOCK * samples.stream(sample) + ROW];
        }
        for (int sample = from; sample < to; sample++) {
            int row = (int) blocks[BLOCK * samples.stream(sample) + ROW];
            Viewer viewer = viewers[samples.user(sample)];
            seen += (row == UNKNOWN ? 0 : streams.city(row)) + (viewer == null ? 0 : viewer.city());
        }
        return seen;
    }

    /// Computes the features of a sample.
    ///
    /// @param features filled; [app.hometown.domain.Feature#COUNT] long
    /// @return whether it could be done: false, and nothing filled, when the user or the stream is not in the
    /// catalog
    boolean features(int sample, double[] features) {
        int user = samples.user(sample);
        Viewer viewer = viewers[user];
        int block = BLOCK * samples.stream(sample);
        int row = (int) blocks[block + ROW];
        if (viewer == null || row == UNKNOWN) {
            return false;
        }
        double distanceKm = Geodesic.distanceKm(
                userVectors[3 * user + X],
                userVectors[3 * user + Y],
                userVectors[3 * user + Z],
                blocks[block + X],
                blocks[block + Y],
                blocks[block + Z]);
        if (Double.isNaN(distanceKm)) {
            distanceKm = Geodesic.distanceKm(
                    viewer.latitude(), viewer.longitude(), streams.latitude(row), streams.longitude(row));
        }
        Features.compute(viewer, streams, row, distanceKm, features);
        return true;
    }

    private interface Place {
        void put(int at, int row);
    }

    private static void forEach(Identifiers wanted, Identifiers known, Progress progress, Place work) {
        int[] rows = new int[wanted.size()];
        RowChunks.forEach(rows.length, new Unheard(progress), 0, (_, from, to) -> {
            known.indexOf(wanted, from, to, rows);
            for (int at = from; at < to; at++) {
                work.put(at, rows[at]);
            }
        });
    }

    /// Passes a cancel on, but no counts: users and streams are not what the phase counts.
    private record Unheard(Progress progress) implements Progress {
        @Override
        public void phase(String name, long total) {}

        @Override
        public void done(long count) {
            progress.done(0);
        }
    }
}
