// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import java.util.Arrays;
import java.util.BitSet;

/// Draws users so that a wanted share of all clicks and of all other samples is theirs, as nearly as whole users allow.
final class UserDraw {
    /// Exchanges at most, each a look at all users; the first few do nearly all there is to do.
    private static final int MOST_EXCHANGES = 20;

    private final int[] clicks;
    private final int[] others;
    private final BitSet drawn = new BitSet();
    private double clicksLeft;
    private double othersLeft;

    /// @param clicks per user
    /// @param others samples not clicked, per user
    /// @param share of both that is wanted, 0..1
    UserDraw(int[] clicks, int[] others, double share) {
        this.clicks = clicks;
        this.others = others;
        clicksLeft = share * Arrays.stream(clicks).asLongStream().sum();
        othersLeft = share * Arrays.stream(others).asLongStream().sum();
    }

    /// Takes users in the order given as long as each brings the draw nearer to what is wanted; then takes or gives
    /// back
    /// single users, always the one that helps most.
    BitSet draw(int[] order) {
        for (int user : order) {
            if (distanceAfter(user) < distance()) {
                toggle(user);
            }
        }
        for (int exchange = 0; exchange < MOST_EXCHANGES; exchange++) {
            int best = -1;
            double nearest = distance();
            for (int user : order) {
                double after = distanceAfter(user);
                if (after < nearest) {
                    nearest = after;
                    best = user;
                }
            }
            if (best < 0) {
                break;
            }
            toggle(best);
        }
        return drawn;
    }

    /// How far the draw is from what is wanted, squared.
    private double distance() {
        return clicksLeft * clicksLeft + othersLeft * othersLeft;
    }

    private double distanceAfter(int user) {
        int sign = drawn.get(user) ? -1 : 1;
        double c = clicksLeft - sign * clicks[user];
        double o = othersLeft - sign * others[user];
        return c * c + o * o;
    }

    private void toggle(int user) {
        int sign = drawn.get(user) ? -1 : 1;
        clicksLeft -= sign * clicks[user];
        othersLeft -= sign * others[user];
        drawn.flip(user);
    }
}
