// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.geo.Box;
import app.hometown.geo.Geodesic;
import app.hometown.geo.Vector;
import java.util.OptionalDouble;

/// Live streams sorted into a grid of latitudes and longitudes. A request looks into the cells that the radius
/// touches, bounds each score there by the least possible distance, and computes the geodesic only for streams whose
/// bound could still enter the top k.
final class GridIndex implements RankingIndex {
    /// Streams to a cell if they were spread evenly: data is clustered, so most cells are empty and cost little.
    private static final int STREAMS_A_CELL = 4;

    private static final int CHECK_EVERY = 1 << 14;

    private final Catalog catalog;
    private final int cellsNorth;
    private final int cellsEast;
    private final int[] starts;
    private final int[] rows;
    private final double[] vectors;

    private GridIndex(Catalog catalog, int cellsNorth, int[] starts, int[] rows, double[] vectors) {
        this.catalog = catalog;
        this.cellsNorth = cellsNorth;
        this.cellsEast = 2 * cellsNorth;
        this.starts = starts;
        this.rows = rows;
        this.vectors = vectors;
    }

    static GridIndex of(Catalog catalog, Progress progress) {
        Streams streams = catalog.streams();
        int size = streams.size();
        int cellsNorth = (int) Math.clamp(Math.sqrt(size / (2.0 * STREAMS_A_CELL)), 1, 720);
        int[] starts = new int[2 * cellsNorth * cellsNorth + 1];
        progress.phase("indexing streams", 2L * size);
        for (int row = 0; row < size; row++) {
            if (streams.live(row)) {
                starts[cell(streams, row, cellsNorth) + 1]++;
            }
            tell(progress, row, row);
        }
        for (int cell = 1; cell < starts.length; cell++) {
            starts[cell] += starts[cell - 1];
        }
        int[] next = starts.clone();
        int[] rows = new int[streams.liveCount()];
        double[] vectors = new double[3 * rows.length];
        for (int row = 0; row < size; row++) {
            if (streams.live(row)) {
                int at = next[cell(streams, row, cellsNorth)]++;
                rows[at] = row;
                Vector vector = Vector.of(streams.latitude(row), streams.longitude(row));
                vectors[3 * at] = vector.x();
                vectors[3 * at + 1] = vector.y();
                vectors[3 * at + 2] = vector.z();
            }
            tell(progress, row, (long) size + row);
        }
        return new GridIndex(catalog, cellsNorth, starts, rows, vectors);
    }

    private static void tell(Progress progress, int row, long done) {
        if (row % CHECK_EVERY == 0) {
            progress.done(done);
        }
    }

    private static int cell(Streams streams, int row, int cellsNorth) {
        return north(streams.latitude(row), cellsNorth) * 2 * cellsNorth + east(streams.longitude(row), cellsNorth);
    }

    private static int north(double latitude, int cellsNorth) {
        return Math.min(cellsNorth - 1, (int) ((latitude + 90) / 180 * cellsNorth));
    }

    private static int east(double longitude, int cellsNorth) {
        return Math.min(2 * cellsNorth - 1, (int) ((longitude + 180) / 360 * 2 * cellsNorth));
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public Hits hits(Viewer viewer, Ranker ranker, int k) {
        Search search = new Search(viewer, ranker, k);
        OptionalDouble radiusKm = Reach.settle(ranker.scoring(), k, search::within);
        return search.top.hits(search.scorer, radiusKm, new Hits.Work(search.cells, search.streams, search.geodesics));
    }

    private final class Search {
        private final Viewer viewer;
        private final Scorer scorer;
        private final TopK top;
        private final Vector here;
        private final double bestProbability;
        private final boolean nearIsGood;
        private double radiusKm;
        private long cells;
        private long streams;
        private long geodesics;

        Search(Viewer viewer, Ranker ranker, int k) {
            this.viewer = viewer;
            scorer = new Scorer(viewer, catalog.streams(), ranker);
            top = new TopK(k, catalog.streams().ids());
            here = Vector.of(viewer.latitude(), viewer.longitude());
            bestProbability = ranker.scoring().weights().ml() > 0 ? 1 : 0;
            nearIsGood = ranker.scoring().weights().proximity() * (1 + viewer.localPreferenceStrength()) >= 0;
        }

        int within(double radius) {
            top.clear();
            radiusKm = radius;
            Box box = radius == Double.POSITIVE_INFINITY
                    ? Box.WORLD
                    : Box.around(viewer.latitude(), viewer.longitude(), radius);
            int last = north(box.north(), cellsNorth);
            for (int n = north(box.south(), cellsNorth); n <= last; n++) {
                int west = east(box.west(), cellsNorth);
                int east = east(box.east(), cellsNorth);
                if (!box.crossesDateline()) {
                    look(n, west, east);
                } else if (east < west) {
                    look(n, 0, east);
                    look(n, west, cellsEast - 1);
                } else {
                    look(n, 0, cellsEast - 1);
                }
            }
            return top.size();
        }

        private void look(int north, int west, int east) {
            int from = starts[north * cellsEast + west];
            int to = starts[north * cellsEast + east + 1];
            cells += east - west + 1;
            for (int at = from; at < to; at++) {
                look(at);
            }
        }

        private void look(int at) {
            double dx = vectors[3 * at] - here.x();
            double dy = vectors[3 * at + 1] - here.y();
            double dz = vectors[3 * at + 2] - here.z();
            double chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
            // The chord is not longer than the arc, and b times the arc not longer than the geodesic.
            double leastKm = Math.max(0, Geodesic.B_KM * (1 - 2 * Geodesic.TOLERANCE) * chord - 1e-8);
            if (leastKm > radiusKm) {
                return;
            }
            streams++;
            int row = rows[at];
            double bound = scorer.score(row, nearIsGood ? leastKm : Geodesic.FARTHEST_KM, bestProbability);
            if (!top.admits(bound, row)) {
                return;
            }
            geodesics++;
            double distanceKm = scorer.distanceKm(row);
            if (distanceKm <= radiusKm) {
                top.offer(row, scorer.score(row, distanceKm), distanceKm);
            }
        }
    }
}
