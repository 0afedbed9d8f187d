// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.statistics.FixedRandom;
import java.util.Arrays;
import java.util.BitSet;

/// Two lists interleaved into one that a user could be shown: turn by turn each ranker adds the best stream of its own
/// that is not in yet, and who is first in each pair of turns is tossed. A click counts for the ranker that added the
/// stream.
///
/// Source: F. Radlinski, M. Kurup, T. Joachims, "How does clickthrough data reflect retrieval quality?", CIKM 2008.
///
/// @param rows the streams in the order shown
/// @param bySecond the places that the second ranker filled
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record TeamDraft(int[] rows, BitSet bySecond) {
    /// Interleaves.
    ///
    /// @param first the first ranker's list, each stream once
    /// @param second the second's
    /// @param k how many to show, at most
    public static TeamDraft of(int[] first, int[] second, int k, FixedRandom random) {
        int[] rows = new int[Math.min(k, first.length + second.length)];
        BitSet bySecond = new BitSet(rows.length);
        int[] next = new int[2];
        int[] team = new int[2];
        int count = 0;
        while (count < rows.length) {
            int turn = team[0] == team[1] ? (random.chance(0.5) ? 1 : 0) : team[0] < team[1] ? 0 : 1;
            if (exhausted(first, second, next, turn, rows, count)) {
                turn = 1 - turn;
                if (exhausted(first, second, next, turn, rows, count)) {
                    break;
                }
            }
            rows[count] = (turn == 0 ? first : second)[next[turn]];
            bySecond.set(count, turn == 1);
            team[turn]++;
            count++;
        }
        return new TeamDraft(Arrays.copyOf(rows, count), bySecond);
    }

    /// Moves on to the best stream of a ranker that is not in yet; true when it has no more.
    private static boolean exhausted(int[] first, int[] second, int[] next, int turn, int[] rows, int count) {
        int[] list = turn == 0 ? first : second;
        while (next[turn] < list.length && holds(rows, count, list[next[turn]])) {
            next[turn]++;
        }
        return next[turn] == list.length;
    }

    private static boolean holds(int[] rows, int count, int row) {
        for (int i = 0; i < count; i++) {
            if (rows[i] == row) {
                return true;
            }
        }
        return false;
    }
}
