// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.domain.Catalog;
import app.hometown.domain.Samples;
import app.hometown.geo.Geodesic;
import app.hometown.ranking.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Shows each user the live streams that the test samples say were clicked, wherever they are, and nothing else: what
/// no
/// ranker can beat on those clicks.
public final class Hindsight implements Lister {
    /// What it is called.
    public static final String NAME = "hindsight";

    private final Catalog catalog;
    private final Judgements judgements;
    private final int[] userOfRow;

    /// @param test what was shown and clicked
    public Hindsight(Catalog catalog, Samples test) {
        this.catalog = catalog;
        judgements = new Judgements(test, catalog);
        userOfRow = new int[catalog.users().size()];
        Arrays.fill(userOfRow, -1);
        for (int user = 0; user < judgements.users(); user++) {
            if (judgements.userRow(user) >= 0) {
                userOfRow[judgements.userRow(user)] = user;
            }
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public NestedLists lists(int row, Viewer viewer, int most) {
        int[] clicked = clicked(row);
        int[] list = Arrays.copyOf(clicked, Math.min(most, clicked.length));
        double[] distances = Arrays.stream(list)
                .mapToDouble(stream -> Geodesic.distanceKm(
                        viewer.latitude(),
                        viewer.longitude(),
                        catalog.streams().latitude(stream),
                        catalog.streams().longitude(stream)))
                .toArray();
        return new NestedLists(List.of(new NestedLists.Piece(most, list, distances)), OptionalDouble.empty());
    }

    @Override
    public Optional<int[]> ordered(int row, Viewer viewer, int[] rows, OptionalDouble radiusKm) {
        int[] clicked = clicked(row);
        int[] others = Arrays.stream(rows)
                .filter(stream -> Arrays.stream(clicked).noneMatch(one -> one == stream))
                .toArray();
        int[] all = Arrays.copyOf(clicked, clicked.length + others.length);
        System.arraycopy(others, 0, all, clicked.length, others.length);
        return Optional.of(all);
    }

    private int[] clicked(int row) {
        int user = userOfRow[row];
        return user < 0 ? new int[0] : judgements.liveRows(judgements.streams(user, true), catalog.streams());
    }
}
