// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Users;
import java.util.List;

/// The categories that users prefer, any number a row: a row is left when it has one of the chosen, and is counted
/// under each that it has.
public final class LikesFacet extends ChoiceFacet {
    private final Users users;

    LikesFacet(String key, List<String> words, Users users) {
        super(key, words);
        this.users = users;
    }

    @Override
    void mark(Filter filter, short[] fails, int bit, int from, int to) {
        boolean[] shut = shut(filter);
        for (int row = from; row < to; row++) {
            boolean fits = false;
            for (int n = users.categoryCount(row) - 1; n >= 0; n--) {
                fits |= !shut[users.category(row, n)];
            }
            fails[row] = with(fails[row], bit, !fits);
        }
    }

    @Override
    void count(int[] rows, int number, int[] counts) {
        for (int n = 0; n < number; n++) {
            int row = rows[n];
            for (int category = users.categoryCount(row) - 1; category >= 0; category--) {
                counts[users.category(row, category)]++;
            }
        }
    }
}
