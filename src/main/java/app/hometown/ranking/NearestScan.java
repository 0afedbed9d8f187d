// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Streams;
import app.hometown.geo.Geodesic;
import app.hometown.geo.Vector;

/// Counts the streams within radii that double, in one pass over the places: how far a radius must grow. The pass
/// remembers how near the nearest stream of each block is; for the next radius that is nearly all one has to look at.
/// An instance serves one request.
final class NearestScan implements Reach.Within {
    private static final int BLOCK = ScanBound.BLOCK;

    /// Squared chords are compared in quarters, so that they are ints.
    private static final int QUARTERS = 4;

    private final ScanColumns columns;
    private final Streams streams;
    private final Viewer viewer;
    private final int[] zs;
    private final float x;
    private final float y;
    private final float z;
    private final int k;
    private final int[] nearest;
    private int known;

    /// @param zs words with z above
    NearestScan(ScanColumns columns, int[] zs, Streams streams, Viewer viewer, int k) {
        this.k = k;
        nearest = new int[Math.ceilDiv(columns.size(), BLOCK)];
        this.columns = columns;
        this.zs = zs;
        this.streams = streams;
        this.viewer = viewer;
        Vector here = Vector.of(viewer.latitude(), viewer.longitude());
        x = (float) (here.x() * ScanColumns.STEPS);
        y = (float) (here.y() * ScanColumns.STEPS);
        z = (float) (here.z() * ScanColumns.STEPS);
    }

    /// Counts the streams within a radius and stops at k. The first radius is the smallest asked for.
    @Override
    public int count(double radiusKm) {
        double square = ScanBound.reach(radiusKm) / QUARTERS + 1;
        int reach = (int) Math.min(Integer.MAX_VALUE, square);
        int inside = 0;
        for (int block = 0; block < nearest.length; block++) {
            int from = block * BLOCK;
            int count = Math.min(BLOCK, columns.size() - from);
            if (block == known) {
                nearest[known++] = nearest(from, count);
            }
            for (int i = 0; nearest[block] <= reach && i < count; i++) {
                if (quarters(from + i) <= reach && distanceKm(from + i) <= radiusKm && ++inside == k) {
                    return k;
                }
            }
        }
        return inside;
    }

    private double distanceKm(int at) {
        int row = columns.rows()[at];
        return Geodesic.distanceKm(
                viewer.latitude(), viewer.longitude(), streams.latitude(row), streams.longitude(row));
    }

    private int quarters(int at) {
        int ab = columns.xy()[at];
        float dx = (float) (ab >> 16) - x;
        float dy = (float) (ab << 16 >> 16) - y;
        float dz = (float) (zs[at] >> 16) - z;
        return (int) (Math.fma(dx, dx, Math.fma(dy, dy, dz * dz)) * (1f / QUARTERS));
    }

    int nearest(int from, int count) {
        int[] xy = columns.xy();
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            int ab = xy[from + i];
            float dx = (float) (ab >> 16) - x;
            float dy = (float) (ab << 16 >> 16) - y;
            float dz = (float) (zs[from + i] >> 16) - z;
            least = Math.min(least, (int) (Math.fma(dx, dx, Math.fma(dy, dy, dz * dz)) * (1f / QUARTERS)));
        }
        return least;
    }
}
