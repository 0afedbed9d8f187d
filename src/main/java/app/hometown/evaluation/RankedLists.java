// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// The lists of one ranker for many users, with what the test samples say of each place: flat arrays, about 9 bytes a
/// place, 13 with click probabilities. Immutable.
public final class RankedLists {
    private final int[] firstPiece;
    private final int[] upTo;
    private final int[] firstPlace;
    private final int[] rows;
    private final float[] distancesKm;
    private final float @Nullable [] chances;
    private final BitSet clicked;
    private final BitSet clickedPieces;
    private final BitSet shown;

    private RankedLists(Made[] users, boolean withChances) {
        firstPiece = new int[users.length + 1];
        int pieces = 0;
        int places = 0;
        for (int user = 0; user < users.length; user++) {
            for (NestedLists.Piece piece : users[user].lists.lists()) {
                pieces++;
                places = Math.addExact(places, piece.rows().length);
            }
            firstPiece[user + 1] = pieces;
        }
        upTo = new int[pieces];
        firstPlace = new int[pieces + 1];
        rows = new int[places];
        distancesKm = new float[places];
        chances = withChances ? new float[places] : null;
        clicked = new BitSet(places);
        clickedPieces = new BitSet(pieces);
        shown = new BitSet(places);
        int piece = 0;
        int place = 0;
        for (int user = 0; user < users.length; user++) {
            Made made = users[user];
            int before = place;
            for (NestedLists.Piece one : made.lists.lists()) {
                upTo[piece] = one.upTo();
                for (int i = 0; i < one.rows().length; i++) {
                    rows[place] = one.rows()[i];
                    distancesKm[place] = (float) one.distancesKm()[i];
                    if (chances != null) {
                        chances[place] = made.chances[place - before];
                    }
                    if (made.clicked.get(place - before)) {
                        clicked.set(place);
                        clickedPieces.set(piece);
                    }
                    shown.set(place, made.shown.get(place - before));
                    place++;
                }
                firstPlace[++piece] = place;
            }
        }
    }

    /// A user's lists and what is known of their places, all pieces one after the other.
    ///
    /// @param chances one a place, or none
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Made(NestedLists lists, BitSet clicked, BitSet shown, float[] chances) {}

    static RankedLists of(Made[] users, boolean withChances) {
        return new RankedLists(users, withChances);
    }

    private int piece(int user, int k) {
        int piece = firstPiece[user];
        while (upTo[piece] < k) {
            piece++;
        }
        return piece;
    }

    /// The number of the first place of a user's list of k; the others follow.
    ///
    /// @param k at least 1, at most the longest length asked for
    public int first(int user, int k) {
        return firstPlace[piece(user, k)];
    }

    /// How many places the user's list of k has; fewer than k where there are not enough streams.
    public int size(int user, int k) {
        int piece = piece(user, k);
        return Math.min(k, firstPlace[piece + 1] - firstPlace[piece]);
    }

    /// The greatest length whose list begins at the same place as the user's list of k.
    int upTo(int user, int k) {
        return upTo[piece(user, k)];
    }

    /// The stream of a place: its row in the catalog.
    public int row(int place) {
        return rows[place];
    }

    /// Its distance to the user, km.
    public double distanceKm(int place) {
        return distancesKm[place];
    }

    /// Whether the test samples say that the user clicked it.
    public boolean clicked(int place) {
        return clicked.get(place);
    }

    /// Whether the test samples say that the user clicked any stream of the user's list of k or of a longer one that
    /// begins at the same place.
    boolean anyClicked(int user, int k) {
        return clickedPieces.get(piece(user, k));
    }

    /// Whether the test samples showed it to the user.
    public boolean shown(int place) {
        return shown.get(place);
    }

    /// How likely the user truly clicks it.
    ///
    /// @throws IllegalStateException when that is not known
    public double chance(int place) {
        if (chances == null) {
            throw new IllegalStateException("true click probabilities are not known");
        }
        return chances[place];
    }

    /// Whether true click probabilities are known.
    public boolean hasChances() {
        return chances != null;
    }

    /// A user's list of k, as rows; a new array.
    public int[] list(int user, int k) {
        int first = first(user, k);
        return Arrays.copyOfRange(rows, first, first + size(user, k));
    }
}
