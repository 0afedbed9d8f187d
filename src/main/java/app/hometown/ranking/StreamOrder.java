// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.geo.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Puts live streams into groups of groups that are alike, the nodes and leaves of the tree: cut in two again and
/// again, each time along what loosens the bound of the two together the most.
///
/// Where: a large range is cut where it parts by itself, in the middle of its extent or between two languages, for
/// a node that holds a few streams of another city or language is bounded as if all were there. A small one is cut at
/// the median, so that leaves are full.
///
/// The keys move along with the rows, so that every pass runs through memory in order.
final class StreamOrder {
    /// How much a mixed language, a mixed category, a unit of static score and the spread over the globe loosen a
    /// bound: about the default scoring's own points, but for language. That is cut as soon as space is down to one
    /// city, for where a language is rare every node of the city would hold some of it.
    ///
    /// Nodes and streams looked at, of ten million, for a user in a city, one of a foreign language there, and one
    /// anywhere: 157 + 372, 368 + 753, 322 + 532 as it is; 155 + 368, 396 + 819, 368 + 646 with a language weight
    /// of
    /// 2.04 (cut at 65 km), 163 + 400, 576 + 1,089, 639 + 1,067 with 1.9; 371 + 424, 570 + 664, 250 + 387 with 2.5
    /// (languages before cities); the last two with pieces of 64 and [#NATURAL] at 512, as were those that follow.
    /// With one and a half times the weight of the static score it is 15 % more in the
    /// city
    /// and 17 % less anywhere, with three times that of category 20 % more in the city.
    private static final double LANGUAGE = 2.07;

    private static final double CATEGORY = 0.5;
    private static final double STATIC = 2.0;
    private static final double SPACE = 2.1;

    /// The extent, on the unit sphere, at which half of the space's weight is reached: 2 km. Half or twice that change
    /// the counts of a user in a city by 5 %.
    private static final double HALF = 0.0003;

    /// Larger ranges are cut where they part by themselves, but no smaller piece off than [#PIECE]; others at the
    /// median. With 512 a foreigner looks at 15 % more streams, with 64 at 9 % fewer for 0.7 bytes a stream more.
    private static final int NATURAL = 8 * PackedTree.LEAF;

    private static final int PIECE = PackedTree.LEAF;

    /// Ranges below this size are not worth a task of their own.
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

    /// A range of streams that are alike, and the groups that it is made of: none if it is a leaf.
    record Group(int from, int to, List<Group> parts) {
        /// How many groups there are in all.
        int size() {
            int size = 1;
            for (Group part : parts) {
                size += part.size();
            }
            return size;
        }
    }

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
    static Group arrange(Streams streams, int[] rows, IntToDoubleFunction staticPoints, Progress progress) {
        StreamOrder order = new StreamOrder(rows, progress);
        progress.phase("indexing streams", 2L * rows.length);
        IntStream.range(0, Math.ceilDiv(rows.length, READ))
                .parallel()
                .forEach(chunk -> order.read(streams, staticPoints, chunk * READ));
        return ForkJoinPool.commonPool().invoke(order.new Grouping(0, rows.length));
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

    /// Makes a group of a range, on all cores.
    private final class Grouping extends RecursiveTask<Group> {
        private static final long serialVersionUID = 1L;
        private final int from;
        private final int to;

        Grouping(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected Group compute() {
            if (to - from <= TASK) {
                Group group = group(from, to);
                tell(to - from);
                return group;
            }
            List<Grouping> parts = new ArrayList<>();
            int[] cuts = parts(from, to);
            for (int i = 1; i < cuts.length; i++) {
                parts.add(new Grouping(cuts[i - 1], cuts[i]));
            }
            return new Group(
                    from, to, invokeAll(parts).stream().map(RecursiveTask::join).toList());
        }
    }

    private Group group(int from, int to) {
        if (to - from <= PackedTree.LEAF) {
            return new Group(from, to, List.of());
        }
        int[] cuts = parts(from, to);
        Group[] parts = new Group[cuts.length - 1];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = group(cuts[i], cuts[i + 1]);
        }
        return new Group(from, to, List.of(parts));
    }

    /// Parts a range into as many as a node has children, the largest part again and again, or into leaves.
    ///
    /// @return where the parts begin, and the end
    private int[] parts(int from, int to) {
        int[] cuts = new int[PackedTree.FAN + 1];
        cuts[0] = from;
        cuts[1] = to;
        int parts = 1;
        // As large as full subtrees are: else many a node would have but two children.
        int enough = PackedTree.LEAF;
        while (enough * PackedTree.FAN < to - from) {
            enough *= PackedTree.FAN;
        }
        while (parts < PackedTree.FAN) {
            int largest = 0;
            for (int i = 1; i < parts; i++) {
                if (cuts[i + 1] - cuts[i] > cuts[largest + 1] - cuts[largest]) {
                    largest = i;
                }
            }
            if (cuts[largest + 1] - cuts[largest] <= enough) {
                break;
            }
            int cut = cut(cuts[largest], cuts[largest + 1]);
            System.arraycopy(cuts, largest + 1, cuts, largest + 2, parts - largest);
            cuts[largest + 1] = cut;
            parts++;
        }
        return Arrays.copyOf(cuts, parts + 1);
    }

    /// Parts a range in two along what loosens its bound most.
    ///
    /// @return where
    private int cut(int from, int to) {
        int size = to - from;
        int[] field = loosest(from, to);
        if (size <= NATURAL || field == rows) {
            int leaves = (size + PackedTree.LEAF - 1) / PackedTree.LEAF;
            int median = from + (leaves + 1) / 2 * PackedTree.LEAF;
            select(field, from, to, median);
            return median;
        }
        int cut = field == fields[LANGUAGES] || field == fields[CATEGORIES]
                ? betweenCodes(field, from, to)
                : partition(field, from, to, middle(field, from, to));
        int clamped = Math.clamp(cut, from + PIECE, to - PIECE);
        if (clamped != cut) {
            select(field, from, to, clamped);
        }
        return clamped;
    }

    /// Parts a range beside its median code, on the side that makes the halves more even.
    private int betweenCodes(int[] field, int from, int to) {
        int median = from + (to - from) / 2;
        select(field, from, to, median);
        int code = field[median];
        int below = partition(field, from, to, code);
        int upTo = partition(field, below, to, code + 1);
        return below - from > to - upTo ? below : upTo;
    }

    /// The key in the middle of a range's extent.
    private static int middle(int[] field, int from, int to) {
        int least = field[from];
        int greatest = least;
        for (int i = from; i < to; i++) {
            least = Math.min(least, field[i]);
            greatest = Math.max(greatest, field[i]);
        }
        return sortable(0.5 * (value(least) + value(greatest)));
    }

    /// Puts what is below a key before what is not.
    ///
    /// @return where that begins
    private int partition(int[] keys, int from, int to, int key) {
        int i = from;
        int j = to - 1;
        while (true) {
            while (i <= j && keys[i] < key) {
                i++;
            }
            while (i <= j && keys[j] >= key) {
                j--;
            }
            if (i > j) {
                return i;
            }
            swap(i++, j--);
        }
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
