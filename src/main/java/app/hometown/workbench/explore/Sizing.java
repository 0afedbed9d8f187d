// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How large each stream's point is, in four classes whose cuts are those of the data as it was read: the largest are
/// one in twenty. Immutable.
public final class Sizing {
    private static final int ROWS_AT_ONCE = 1 << 14;

    /// What points are sized by.
    public enum By {
        /// All of one size.
        NONE,
        /// Viewers on average.
        VIEWERS,
        /// Current viewers; unknown ones are the smallest.
        VIEWERS_NOW,
        /// Followers of the creator.
        FOLLOWERS;

        /// Whether a row's class may change while streams do.
        public boolean changes() {
            return this == VIEWERS || this == VIEWERS_NOW;
        }
    }

    private final By by;
    private final @Nullable Classes classes;

    private Sizing(By by, @Nullable Classes classes) {
        this.by = by;
        this.classes = classes;
    }

    /// Finds the cuts.
    public static Sizing of(By by, Catalog catalog) {
        Streams read = catalog.streams().asRead();
        IntToDoubleFunction value = by == By.FOLLOWERS ? read::creatorFollowers : read::avgViewerCount;
        return new Sizing(by, by == By.NONE ? null : Classes.of(read.size(), value, 0.5, 0.8, 0.95));
    }

    /// What points are sized by.
    public By by() {
        return by;
    }

    /// Where the classes above the smallest begin, at most three.
    public double[] cuts() {
        return classes == null ? new double[0] : classes.cuts();
    }

    /// The size class of each stream, 0..3; null when all are of one size.
    public byte @Nullable [] sizes(Catalog catalog) {
        Classes cut = classes;
        if (cut == null) {
            return null;
        }
        Streams streams = catalog.streams();
        IntToDoubleFunction value =
                switch (by) {
                    case VIEWERS_NOW -> streams::viewersNow;
                    case FOLLOWERS -> streams::creatorFollowers;
                    default -> streams::avgViewerCount;
                };
        byte[] sizes = new byte[streams.size()];
        IntStream.range(0, Math.ceilDiv(sizes.length, ROWS_AT_ONCE)).parallel().forEach(part -> {
            int to = Math.min(sizes.length, (part + 1) * ROWS_AT_ONCE);
            for (int row = part * ROWS_AT_ONCE; row < to; row++) {
                sizes[row] = (byte) cut.of(value.applyAsDouble(row));
            }
        });
        return sizes;
    }

    @Override
    public String toString() {
        return by + " " + Arrays.toString(cuts());
    }
}
