// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How rows are sorted into groups along a column: by words, the most frequent first and the rest together, or by
/// ranges
/// of numbers. Immutable.
public sealed interface Dimension {
    /// How many groups.
    int size();

    /// The column.
    DataColumn column();

    /// Words, each a group.
    ///
    /// @param column of words
    /// @param words by place, ascending by how rare they are
    /// @param rest how many further words are one last group; 0 for no such group
    /// @param place by code, the group
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record OfWords(WordColumn column, List<String> words, int rest, int[] place) implements Dimension {
        @Override
        public int size() {
            return words.size() + (rest > 0 ? 1 : 0);
        }

        /// The places of some rows, -1 for none; of a row that has several words, that of the first.
        void places(int[] rows, int[] places) {
            WordColumn.Several several = column.severalWords();
            if (several == null) {
                column.read(rows, rows.length, places);
            } else {
                Arrays.setAll(
                        places,
                        n -> several.count().applyAsInt(rows[n]) == 0
                                ? -1
                                : several.code().of(rows[n], 0));
            }
            for (int n = 0; n < rows.length; n++) {
                places[n] = places[n] < 0 || place[places[n]] >= size() ? -1 : place[places[n]];
            }
        }

        /// Words that stand for themselves are at most `most`; those that no row has are left out.
        static OfWords of(WordColumn column, int[] counts, int most) {
            List<Integer> order = IntStream.range(0, counts.length)
                    .filter(code -> counts[code] > 0 || column.flag())
                    .boxed()
                    .sorted(
                            column.flag()
                                    ? Comparator.naturalOrder()
                                    : Comparator.<Integer>comparingInt(code -> -counts[code])
                                            .thenComparing(
                                                    code -> column.words().get(code)))
                    .toList();
            int named = order.size() <= most ? order.size() : Math.max(1, most - 1);
            int[] place = new int[counts.length];
            Arrays.fill(place, named);
            List<String> words = new ArrayList<>();
            for (int at = 0; at < named; at++) {
                place[order.get(at)] = at;
                words.add(column.words().get(order.get(at)));
            }
            return new OfWords(column, List.copyOf(words), order.size() - named, place);
        }
    }

    /// Neighbouring ranges of numbers; each begins at its edge and ends before the next, the last includes its end.
    ///
    /// @param column of numbers
    /// @param edges one more than groups, ascending
    /// @param logarithmic whether they are equally wide by proportion
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record OfNumbers(NumberColumn column, double[] edges, boolean logarithmic) implements Dimension {
        /// A logarithmic axis that leaves out more than this part would hide what matters.
        private static final double MOST_WITHOUT = 0.05;

        @Override
        public int size() {
            return edges.length - 1;
        }

        /// The range of a number, or -1 outside of all.
        int of(double number) {
            int last = edges.length - 1;
            if (!(number >= edges[0] && number <= edges[last])) {
                return -1;
            }
            if (logarithmic) {
                int found = Arrays.binarySearch(edges, number);
                return Math.min(last - 1, found >= 0 ? found : -found - 2);
            }
            int at = Math.clamp((int) ((number - edges[0]) / (edges[last] - edges[0]) * last), 0, last - 1);
            // Rounding may miss the edge by one.
            while (at > 0 && number < edges[at]) {
                at--;
            }
            while (at < last - 1 && number >= edges[at + 1]) {
                at++;
            }
            return at;
        }

        /// Ranges over all of a column, at round numbers: logarithmic ones where that is wished for, most numbers are
        /// small, and nearly all are above 0.
        static OfNumbers of(NumberColumn column, ColumnRange range, int bins, boolean logarithmic) {
            boolean bent = logarithmic
                    && column.skewed()
                    && !Double.isNaN(range.leastPositive())
                    && range.without() <= MOST_WITHOUT;
            return new OfNumbers(column, Edges.of(range, bins, bent, column.whole()), bent);
        }
    }
}
