// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.geo.Vector;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Puts live streams into the order in which the tree packs them: halved again and again at block borders, each time
/// along what loosens the bound of the two halves together the most.
///
/// The keys move along with the rows, so that every pass runs through memory in order.
final class StreamOrder {
    /// How much a mixed language, a mixed category, a unit of static score and the spread over the globe loosen a
    /// bound: about the default scoring's own points. Measured with ten million streams, streams looked at for a
    /// user
    /// in a city and for one anywhere: 333 and 1,644 as it is; 340 and 1,645 with twice the weight of the static
    /// score;
    /// 491 and 1,068 with twice that of language and category; 447 and 1,234 with half that of space.
    private static final double LANGUAGE = 1.0;

    private static final double CATEGORY = 0.5;
    private static final double STATIC = 2.0;
    private static final double SPACE = 2.1;

    /// The extent, on the unit sphere, at which half of the space's weight is reached: 2 km. With ten million streams a
    /// user in a city looks at 612 streams at 19 km, 431 at 6 km, 333 at 2 km and 314 at 0.6 km, one anywhere at
    /// 1,155,
    /// 1,334, 1,644 and 1,701.
    private static final double HALF = 0.0003;

    /// Halves below this size are not worth a task of their own.
    private static final int TASK = 1 << 15;

    private static final int SAMPLE = 63;

    private static final int SCORE = 3;
    private static final int LANGUAGES = 4;
    private static final int CATEGORIES = 5;
    private static final int READ = 1 << 14;

    /// x, y, z and static score as integers of the same order, then the codes: whatever is cut along is compared alike.
    private final int[][] fields;

    private final int[] rows;
    private final Progress progress;
    private long done;

    private StreamOrder(int[] rows, Progress progress) {
        fields = new int[6][rows.length];
        this.rows = rows;
        this.progress = progress;
    }

    /// Puts rows into the tree's order. Works on all cores.
    ///
    /// @param rows reordered
    /// @param staticPoints the static score of a row
    /// @param progress told from the cores in turn, never from two at a time
    static void arrange(Streams streams, int[] rows, IntToDoubleFunction staticPoints, Progress progress) {
        StreamOrder order = new StreamOrder(rows, progress);
        progress.phase("indexing streams", 2L * rows.length);
        IntStream.range(0, Math.ceilDiv(rows.length, READ))
                .parallel()
                .forEach(chunk -> order.read(streams, staticPoints, chunk * READ));
        if (rows.length > 0) {
            ForkJoinPool.commonPool().invoke(order.new Split(0, rows.length));
        }
    }

    private void read(Streams streams, IntToDoubleFunction staticPoints, int from) {
        int to = Math.min(rows.length, from + READ);
        for (int i = from; i < to; i++) {
            int row = rows[i];
            Vector vector = Vector.of(streams.latitude(row), streams.longitude(row));
            fields[0][i] = sortable(vector.x());
            fields[1][i] = sortable(vector.y());
            fields[2][i] = sortable(vector.z());
            fields[SCORE][i] = sortable(staticPoints.applyAsDouble(row));
            fields[LANGUAGES][i] = streams.language(row);
            fields[CATEGORIES][i] = streams.category(row);
        }
        tell(to - from);
    }

    /// A float as an integer of the same order.
    private static int sortable(double value) {
        int bits = Float.floatToRawIntBits((float) value);
        return bits ^ ((bits >> 31) & 0x7FFFFFFF);
    }

    private static double value(int sortable) {
        return Float.intBitsToFloat(sortable ^ ((sortable >> 31) & 0x7FFFFFFF));
    }

    private synchronized void tell(int count) {
        done += count;
        progress.done(done);
    }

    private final class Split extends RecursiveAction {
        private static final long serialVersionUID = 1L;
        private final int from;
        private final int to;

        Split(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            if (to - from <= TASK) {
                split(from, to);
                tell(to - from);
                return;
            }
            int cut = halve(from, to);
            invokeAll(new Split(from, cut), new Split(cut, to));
        }
    }

    private void split(int from, int to) {
        if (to - from > PackedTree.LEAF) {
            int cut = halve(from, to);
            split(from, cut);
            split(cut, to);
        }
    }

    /// Parts a range in two.
    ///
    /// @return where: a power of two of leaves from the start, so that every node of the tree is a part of its own
    private int halve(int from, int to) {
        int leaves = (to - from + PackedTree.LEAF - 1) / PackedTree.LEAF;
        int cut = from + Integer.highestOneBit(leaves - 1) * PackedTree.LEAF;
        select(loosest(from, to), from, to, cut);
        return cut;
    }

    /// The field that loosens the bound of a range most.
    private int[] loosest(int from, int to) {
        double most = -1;
        int[] loosest = rows;
        for (int f = 0; f <= SCORE; f++) {
            int[] field = fields[f];
            int least = field[from];
            int greatest = least;
            for (int i = from; i < to; i++) {
                least = Math.min(least, field[i]);
                greatest = Math.max(greatest, field[i]);
            }
            double extent = value(greatest) - value(least);
            double loose = f == SCORE ? STATIC * extent : SPACE * extent / (HALF + extent);
            if (loose > most) {
                most = loose;
                loosest = field;
            }
        }
        if (most < LANGUAGE && mixed(fields[LANGUAGES], from, to)) {
            return fields[LANGUAGES];
        }
        if (most < CATEGORY && mixed(fields[CATEGORIES], from, to)) {
            return fields[CATEGORIES];
        }
        // Streams that differ in nothing go by their rows, which are often in the order of their ids.
        return most > 0 ? loosest : rows;
    }

    private static boolean mixed(int[] codes, int from, int to) {
        int first = codes[from];
        for (int i = from + 1; i < to; i++) {
            if (codes[i] != first) {
                return true;
            }
        }
        return false;
    }

    /// Quickselect (Hoare): afterwards no key before the cut is above one behind it. The pivot comes from a sample, so
    /// that little more than one pass does for large ranges.
    private void select(int[] keys, int first, int end, int cut) {
        int from = first;
        int to = end;
        int[] sample = new int[SAMPLE];
        while (to - from > 1) {
            int pivot = pivot(keys, from, to, cut, sample);
            int i = from;
            int j = to - 1;
            while (i <= j) {
                while (keys[i] < pivot) {
                    i++;
                }
                while (keys[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (cut <= j) {
                to = j + 1;
            } else if (cut >= i) {
                from = i;
            } else {
                return;
            }
        }
    }

    private static int pivot(int[] keys, int from, int to, int cut, int[] sample) {
        int size = to - from;
        if (size < 8 * SAMPLE) {
            int a = keys[from];
            int b = keys[from + size / 2];
            int c = keys[to - 1];
            return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
        }
        long step = size / SAMPLE;
        for (int i = 0; i < SAMPLE; i++) {
            // A stride that is no power of two, lest earlier cuts show through.
            sample[i] = keys[from + (int) ((i * step * 31 + 7L * i) % size)];
        }
        Arrays.sort(sample);
        return sample[(int) ((long) (cut - from) * SAMPLE / size)];
    }

    private void swap(int i, int j) {
        for (int[] field : fields) {
            swap(field, i, j);
        }
        swap(rows, i, j);
    }

    private static void swap(int[] values, int i, int j) {
        int value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
