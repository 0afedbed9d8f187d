// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.geo.Vector;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToDoubleFunction;

/// Puts live streams into the order in which the tree packs them: halved again and again at block borders, each time
/// along what loosens the bound of the two halves together the most.
///
/// The keys move along with the rows, so that every pass runs through memory in order.
final class StreamOrder {
    /// How much a mixed language, a mixed category, a unit of static score and the spread over the globe loosen a
    /// bound. The first three are about the default scoring's own points; the measurements beside the benchmark say
    /// how little the exact numbers matter.
    private static final double LANGUAGE = 1.0;

    private static final double CATEGORY = 0.5;
    private static final double STATIC = 2.0;
    private static final double SPACE = 2.1;

    /// The extent, on the unit sphere, at which half of the space's weight is reached: 19 km.
    private static final double HALF = 0.003;

    /// Halves below this size are not worth a task of their own.
    private static final int TASK = 1 << 15;

    private static final int SAMPLE = 63;

    private final float[][] fields;
    private final int[] languages;
    private final int[] categories;
    private final int[] rows;
    private final int[] keys;
    private final Progress progress;
    private final AtomicLong placed = new AtomicLong();

    private StreamOrder(int size, Progress progress) {
        fields = new float[4][size];
        languages = new int[size];
        categories = new int[size];
        rows = new int[size];
        keys = new int[size];
        this.progress = progress;
    }

    /// The rows of the live streams in the tree's order.
    ///
    /// @param staticPoints the static score of a row
    static int[] of(Streams streams, IntToDoubleFunction staticPoints, Progress progress) {
        StreamOrder order = new StreamOrder(streams.liveCount(), progress);
        progress.phase("indexing streams", 2L * order.rows.length);
        order.read(streams, staticPoints);
        if (order.rows.length > 0) {
            ForkJoinPool.commonPool().invoke(order.new Split(0, order.rows.length));
        }
        return order.rows;
    }

    private void read(Streams streams, IntToDoubleFunction staticPoints) {
        int at = 0;
        for (int row = 0; row < streams.size(); row++) {
            if (!streams.live(row)) {
                continue;
            }
            Vector vector = Vector.of(streams.latitude(row), streams.longitude(row));
            fields[0][at] = (float) vector.x();
            fields[1][at] = (float) vector.y();
            fields[2][at] = (float) vector.z();
            fields[3][at] = (float) staticPoints.applyAsDouble(row);
            languages[at] = streams.language(row);
            categories[at] = streams.category(row);
            rows[at] = row;
            if (++at % TASK == 0) {
                progress.done(at);
            }
        }
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
                synchronized (progress) {
                    progress.done(rows.length + placed.addAndGet(to - from));
                }
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
        fillKeys(from, to);
        select(from, to, cut);
        return cut;
    }

    /// Looks for what loosens the bound most and makes it the key.
    private void fillKeys(int from, int to) {
        double most = -1;
        float[] widest = fields[0];
        for (int f = 0; f < fields.length; f++) {
            float[] field = fields[f];
            float least = field[from];
            float greatest = field[from];
            for (int i = from; i < to; i++) {
                least = Math.min(least, field[i]);
                greatest = Math.max(greatest, field[i]);
            }
            double extent = greatest - least;
            double loose = f == 3 ? STATIC * extent : SPACE * extent / (HALF + extent);
            if (loose > most) {
                most = loose;
                widest = field;
            }
        }
        if (most < LANGUAGE && mixed(languages, from, to)) {
            System.arraycopy(languages, from, keys, from, to - from);
        } else if (most < CATEGORY && mixed(categories, from, to)) {
            System.arraycopy(categories, from, keys, from, to - from);
        } else {
            for (int i = from; i < to; i++) {
                int bits = Float.floatToRawIntBits(widest[i]);
                keys[i] = bits ^ ((bits >> 31) & 0x7FFFFFFF);
            }
        }
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
    private void select(int first, int end, int cut) {
        int from = first;
        int to = end;
        int[] sample = new int[SAMPLE];
        while (to - from > 1) {
            int pivot = pivot(from, to, cut, sample);
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

    private int pivot(int from, int to, int cut, int[] sample) {
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
            sample[i] = keys[from + (int) ((i * step * 31 + 7 * i) % size)];
        }
        Arrays.sort(sample);
        return sample[(int) ((long) (cut - from) * SAMPLE / size)];
    }

    private void swap(int i, int j) {
        for (float[] field : fields) {
            float f = field[i];
            field[i] = field[j];
            field[j] = f;
        }
        swap(languages, i, j);
        swap(categories, i, j);
        swap(rows, i, j);
        swap(keys, i, j);
    }

    private static void swap(int[] values, int i, int j) {
        int value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
