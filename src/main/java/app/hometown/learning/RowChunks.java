// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Progress;
import java.util.List;
import java.util.stream.IntStream;

/// Goes over rows on all processors in chunks of fixed borders, so that whoever adds the chunks up in their order
/// gets the same sum to the bit on any machine.
public final class RowChunks {
    private static final int ROWS = 4096;

    /// Chunks between two looks at the progress: some 10 to 30 ms of work.
    private static final int CHUNKS_PER_STEP = 32;

    /// The same where a row is some ten times as dear, as derivatives are.
    private static final int CHUNKS_PER_SUM = 8;

    /// Work on the rows `from` to `to` less one.
    @FunctionalInterface
    public interface Work {
        /// Does the rows of a chunk; chunks run at the same time on several threads.
        void rows(int chunk, int from, int to);
    }

    private RowChunks() {}

    /// A sum that chunks add to.
    public interface Sum<T> {
        /// Nothing yet.
        T zero();

        /// Adds the rows `from` to `to` less one to a sum; chunks run at the same time on several threads, each with
        /// a sum of its own.
        void add(T sum, int from, int to);

        /// Adds one sum to another.
        void merge(T sum, T other);
    }

    /// How many chunks some rows make.
    public static int count(int rows) {
        return (rows + ROWS - 1) / ROWS;
    }

    /// Does the work chunk by chunk and returns when all is done.
    ///
    /// @param progress told how many rows are done, from this thread
    /// @param before rows of the phase that were done before
    public static void forEach(int rows, Progress progress, long before, Work work) {
        int chunks = count(rows);
        for (int first = 0; first < chunks; first += CHUNKS_PER_STEP) {
            int end = Math.min(first + CHUNKS_PER_STEP, chunks);
            IntStream.range(first, end)
                    .parallel()
                    .forEach(chunk -> work.rows(chunk, chunk * ROWS, Math.min((chunk + 1) * ROWS, rows)));
            progress.done(before + Math.min(end * ROWS, rows));
        }
    }

    /// The sum over all rows, the same to the bit on any machine; holds few partial sums at a time.
    ///
    /// @param progress told how many rows are done, from this thread
    /// @param before rows of the phase that were done before
    public static <T> T sum(int rows, Progress progress, long before, Sum<T> of) {
        T all = of.zero();
        int chunks = count(rows);
        for (int first = 0; first < chunks; first += CHUNKS_PER_SUM) {
            int end = Math.min(first + CHUNKS_PER_SUM, chunks);
            List<T> parts = IntStream.range(first, end)
                    .parallel()
                    .mapToObj(chunk -> {
                        T part = of.zero();
                        of.add(part, chunk * ROWS, Math.min((chunk + 1) * ROWS, rows));
                        return part;
                    })
                    .toList();
            parts.forEach(part -> of.merge(all, part));
            progress.done(before + Math.min(end * ROWS, rows));
        }
        return all;
    }
}
