// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.util.BitSet;
import java.util.List;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// A cloud of points seen through [Marks]: which of them are shown, in which class and size, in the order of the cloud.
/// At most two bytes and a bit a point beside the cloud. Immutable.
final class PointView {
    /// Nothing.
    static final PointView EMPTY = of(PointCloud.EMPTY, Marks.ALL);

    /// Size class of points without one.
    private static final int ONE_SIZE = 1;

    private final PointCloud cloud;
    private final long @Nullable [] shown;
    private final byte @Nullable [] classes;
    private final byte @Nullable [] sizes;
    private final List<Color> palette;
    private final int count;

    private PointView(
            PointCloud cloud,
            long @Nullable [] shown,
            byte @Nullable [] classes,
            byte @Nullable [] sizes,
            List<Color> palette,
            int count) {
        this.cloud = cloud;
        this.shown = shown;
        this.classes = classes;
        this.sizes = sizes;
        this.palette = palette;
        this.count = count;
    }

    /// Brings marks, which go by row, into the order of the cloud: some 10 ns a point, nothing is projected again.
    static PointView of(PointCloud cloud, Marks marks) {
        BitSet rows = marks.shown();
        long[] shown = rows == null ? null : new long[(cloud.size() + 63) / 64];
        int count = cloud.size();
        if (rows != null && shown != null) {
            count = 0;
            for (int at = 0; at < cloud.size(); at++) {
                if (rows.get(cloud.row(at))) {
                    shown[at >> 6] |= 1L << at;
                    count++;
                }
            }
        }
        return new PointView(
                cloud, shown, sorted(cloud, marks.classes()), sorted(cloud, marks.sizes()), marks.palette(), count);
    }

    private static byte @Nullable [] sorted(PointCloud cloud, byte @Nullable [] byRow) {
        if (byRow == null) {
            return null;
        }
        byte[] sorted = new byte[cloud.size()];
        for (int at = 0; at < sorted.length; at++) {
            sorted[at] = byRow[cloud.row(at)];
        }
        return sorted;
    }

    PointCloud cloud() {
        return cloud;
    }

    /// The colours of the classes, none when there is one colour.
    List<Color> palette() {
        return classes == null ? List.of() : palette;
    }

    /// How many points are shown.
    int count() {
        return count;
    }

    /// Whether all points of a run look the same but for being shown.
    boolean isUniform() {
        return classes == null && sizes == null;
    }

    boolean isShown(int at) {
        return shown == null || (shown[at >> 6] & 1L << at) != 0;
    }

    /// The class of a point, 0..255.
    int classOf(int at) {
        return classes == null ? 0 : classes[at] & 0xFF;
    }

    /// The size class of a point, 0..3.
    int sizeOf(int at) {
        return sizes == null ? ONE_SIZE : sizes[at] & 3;
    }

    /// How many of a run of points are shown.
    int count(int from, int to) {
        if (shown == null || from >= to) {
            return Math.max(0, to - from);
        }
        int first = from >> 6;
        int last = (to - 1) >> 6;
        long head = -1L << from;
        long tail = -1L >>> -to;
        if (first == last) {
            return Long.bitCount(shown[first] & head & tail);
        }
        int sum = Long.bitCount(shown[first] & head) + Long.bitCount(shown[last] & tail);
        for (int word = first + 1; word < last; word++) {
            sum += Long.bitCount(shown[word]);
        }
        return sum;
    }

    /// The most shown points in any square of a level; the densest place of the map at that scale. Costs a step a
    /// square that has points.
    int densest(int level) {
        int[] most = {0};
        int all = PointCloud.coordinate(1);
        cloud.runs(0, 0, all, all, level, (from, to) -> {
            if (to - from > most[0]) {
                most[0] = Math.max(most[0], count(from, to));
            }
        });
        return most[0];
    }

    /// A point that was found.
    ///
    /// @param row its row
    /// @param x on unit Mercator, in the copy of the world that was asked about
    /// @param y on unit Mercator
    /// @param distance from the place asked about, on unit Mercator
    record Hit(int row, double x, double y, double distance) {}

    /// The shown point nearest to a place among those within a distance, all in unit Mercator; null when there is none.
    /// Of equals the lowest row. Looks across the dateline. Costs 2 ns a point round about.
    @Nullable
    Hit nearest(double x, double y, double within) {
        var best = new Nearest(x, within * (1L << PointCloud.BITS));
        near(x, y, within, best::look);
        return best.hit();
    }

    /// How many shown points lie within a distance of a place, all in unit Mercator; across the dateline too.
    int count(double x, double y, double within) {
        int[] sum = {0};
        double most = within * (1L << PointCloud.BITS);
        near(x, y, within, (from, to, pointX, pointY) -> {
            for (int i = from; i < to; i++) {
                double dx = cloud.x(i) - pointX;
                double dy = cloud.y(i) - pointY;
                sum[0] += dx * dx + dy * dy <= most * most && isShown(i) ? 1 : 0;
            }
        });
        return sum[0];
    }

    /// Takes the points from..to − 1 and the place they are near, in the cloud's coordinates.
    private interface Near {
        void take(int from, int to, double x, double y);
    }

    private void near(double x, double y, double within, Near taker) {
        double middle = x - Math.floor(x);
        int minY = PointCloud.coordinate(y - within);
        int maxY = PointCloud.coordinate(y + within);
        for (int copy = -1; copy <= 1; copy++) {
            double at = middle - copy;
            if (at + within >= 0 && at - within <= 1) {
                cloud.runs(
                        PointCloud.coordinate(at - within),
                        minY,
                        PointCloud.coordinate(at + within),
                        maxY,
                        PointCloud.SORTED_LEVEL,
                        (from, to) -> taker.take(from, to, at * (1L << PointCloud.BITS), y * (1L << PointCloud.BITS)));
            }
        }
    }

    private final class Nearest {
        private final double askedX;
        private double distance;
        private int found = -1;
        private double offset;

        Nearest(double askedX, double within) {
            this.askedX = askedX;
            distance = within * within;
        }

        void look(int from, int to, double x, double y) {
            for (int i = from; i < to; i++) {
                double dx = cloud.x(i) - x;
                double dy = cloud.y(i) - y;
                double squared = dx * dx + dy * dy;
                boolean nearer =
                        squared < distance || (squared == distance && (found < 0 || cloud.row(i) < cloud.row(found)));
                if (nearer && isShown(i)) {
                    distance = squared;
                    found = i;
                    offset = dx;
                }
            }
        }

        @Nullable
        Hit hit() {
            double unit = 1L << PointCloud.BITS;
            return found < 0
                    ? null
                    : new Hit(
                            cloud.row(found),
                            askedX + offset / unit,
                            cloud.y(found) / unit,
                            Math.sqrt(distance) / unit);
        }
    }
}
