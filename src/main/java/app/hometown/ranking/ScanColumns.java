// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.geo.Vector;

/// The live streams as the [VectorScan] reads them: twelve bytes each, and two more with a click model. Immutable.
///
/// Plain arrays of words, because that is what the compiler turns into vector instructions: a loop may not write to an
/// array of a type that it also reads from elsewhere, and all columns of a loop must be of one width.
final class ScanColumns {
    /// Steps of a coordinate of the unit sphere from its middle to its surface: 194 m each.
    static final int STEPS = 32_766;

    /// Codes that have a bit of their own; the others share one.
    static final int CATEGORY_BITS = 20;

    /// The language is above the categories, modulo this.
    static final int LANGUAGES = 1 << (32 - CATEGORY_BITS);

    private static final int MOST = 0xffff;
    private static final int ROWS_PER_STEP = 1 << 17;

    /// What a number of 16 bits stands for: lo + steps · step, rounded up.
    record Range(double lo, double step) {
        static Range of(double lo, double hi) {
            return new Range(lo, (hi - lo) / MOST * (1 + 1e-12));
        }

        /// The number that does not stand for less.
        int steps(double value) {
            return step == 0 ? 0 : (int) Math.clamp(Math.ceil((value - lo) / step), 0, MOST);
        }

        boolean finite() {
            return Double.isFinite(lo) && Double.isFinite(hi());
        }

        double hi() {
            return lo + step * MOST;
        }
    }

    /// The words that hold z and the static score.
    ///
    /// @param base which static score
    /// @param words z above, static score below
    /// @param range what the static score stands for
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Statics(Scoring.Base base, int[] words, Range range) {}

    /// The stream terms of a click model.
    ///
    /// @param model whose
    /// @param words less 32768
    /// @param range what they stand for
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Terms(BoundedClickModel model, short[] words, Range range) {}

    private final Catalog catalog;
    private final int[] rows;
    private final int[] xy;
    private final short[] z;
    private final int[] codes;

    ScanColumns(Catalog catalog, Progress progress) {
        this.catalog = catalog;
        Streams streams = catalog.streams();
        int size = streams.liveCount();
        rows = new int[size];
        xy = new int[size];
        z = new short[size];
        codes = new int[size];
        int at = 0;
        for (int row = 0; row < streams.size(); row++) {
            if (row % ROWS_PER_STEP == 0) {
                progress.done(row);
            }
            if (streams.live(row)) {
                Vector place = Vector.of(streams.latitude(row), streams.longitude(row));
                rows[at] = row;
                xy[at] = (steps(place.x()) << 16) | (steps(place.y()) & 0xffff);
                z[at] = (short) steps(place.z());
                codes[at++] = (streams.language(row) << CATEGORY_BITS) | categoryBit(streams.category(row));
            }
        }
    }

    private static int steps(double coordinate) {
        return (int) Math.rint(coordinate * STEPS);
    }

    private static int categoryBit(int category) {
        return 1 << (category % CATEGORY_BITS);
    }

    int size() {
        return rows.length;
    }

    /// The bits of the categories that a user prefers.
    int preferred(Viewer viewer) {
        int bits = 0;
        for (int category = 0; category < catalog.categories().size(); category++) {
            if (viewer.prefers(category)) {
                bits |= categoryBit(category);
            }
        }
        return bits;
    }

    int[] rows() {
        return rows;
    }

    /// x above, y below, in [#STEPS].
    int[] xy() {
        return xy;
    }

    /// Language above, a bit of the category below.
    int[] codes() {
        return codes;
    }

    /// Whether two languages may look alike.
    boolean languagesCollide() {
        return catalog.languages().size() > LANGUAGES;
    }

    /// Whether two categories may look alike.
    boolean categoriesCollide() {
        return catalog.categories().size() > CATEGORY_BITS;
    }

    /// One pass over the streams.
    Statics statics(Scoring.Base base) {
        Streams streams = catalog.streams();
        double[] points = new double[rows.length];
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            points[i] = Scorer.staticPoints(streams, base, rows[i]);
            lo = Math.min(lo, points[i]);
            hi = Math.max(hi, points[i]);
        }
        Range range = Range.of(lo, hi);
        int[] words = new int[rows.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = (z[i] << 16) | range.steps(points[i]);
        }
        return new Statics(base, words, range);
    }

    /// One pass over the streams.
    Terms terms(BoundedClickModel model) {
        Streams streams = catalog.streams();
        double[] terms = new double[rows.length];
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            terms[i] = model.streamTerm(
                    streams.qualityScore(row),
                    streams.avgViewerCount(row),
                    streams.creatorFollowers(row),
                    streams.partnered(row),
                    streams.matureContent(row));
            lo = Math.min(lo, terms[i]);
            hi = Math.max(hi, terms[i]);
        }
        Range range = Range.of(lo, hi);
        short[] words = new short[rows.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = (short) (range.steps(terms[i]) + Short.MIN_VALUE);
        }
        return new Terms(model, words, range);
    }
}
