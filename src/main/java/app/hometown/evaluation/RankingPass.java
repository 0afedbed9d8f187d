// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.ranking.ClickModel;
import app.hometown.ranking.Everyone;
import app.hometown.ranking.Features;
import app.hometown.ranking.Viewer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// One ranker's pass over the users: its lists, with what the test samples say of each place.
final class RankingPass {
    private final Catalog catalog;
    private final Judgements judgements;
    private final int[] asked;
    private final Trial.Options options;
    private final RankedLists.Made[] made;
    private final RankedLists.@Nullable Made[] order;

    /// @param asked the judgements' numbers of the users
    RankingPass(Catalog catalog, Judgements judgements, int[] asked, Trial.Options options) {
        this.catalog = catalog;
        this.judgements = judgements;
        this.asked = asked;
        this.options = options;
        made = new RankedLists.Made[asked.length];
        order = new RankedLists.Made[asked.length];
    }

    /// Ranks on all cores.
    ///
    /// @param rows the catalog's row of each user
    void by(Lister lister, int[] rows, Progress progress) {
        progress.phase("ranking by " + lister.name(), rows.length);
        Everyone.visit(catalog, rows, progress, (i, viewer) -> {
            int[] clicked = judgements.streams(asked[i], true);
            int[] shown = judgements.streams(asked[i], false);
            NestedLists lists = lister.lists(rows[i], viewer, options.most());
            made[i] = made(lists, viewer, clicked, shown, options.truth());
            if (options.judgedOrder()) {
                order[i] = lister.ordered(
                                rows[i], viewer, judgements.liveRows(shown, catalog.streams()), lists.radiusKm())
                        .map(list -> made(whole(list), viewer, clicked, shown, Optional.empty()))
                        .orElse(null);
            }
        });
    }

    /// The lists, one a user.
    RankedLists.Made[] lists() {
        return made;
    }

    /// The order of the judged streams, if the ranker could tell it of everybody.
    RankedLists.Made @Nullable [] judged() {
        RankedLists.Made[] all = Arrays.stream(order).filter(Objects::nonNull).toArray(RankedLists.Made[]::new);
        return all.length == order.length ? all : null;
    }

    private static NestedLists whole(int[] list) {
        return new NestedLists(
                List.of(new NestedLists.Piece(Integer.MAX_VALUE, list, new double[list.length])),
                OptionalDouble.empty());
    }

    private RankedLists.Made made(
            NestedLists lists, Viewer viewer, int[] clicked, int[] shown, Optional<ClickModel> truth) {
        int places =
                lists.lists().stream().mapToInt(piece -> piece.rows().length).sum();
        BitSet clicks = new BitSet(places);
        BitSet seen = new BitSet(places);
        float[] chances = new float[truth.isPresent() ? places : 0];
        double[] features = new double[Feature.COUNT];
        int place = 0;
        for (NestedLists.Piece piece : lists.lists()) {
            for (int i = 0; i < piece.rows().length; i++) {
                int row = piece.rows()[i];
                clicks.set(place, judgements.among(row, clicked));
                seen.set(place, judgements.among(row, shown));
                if (truth.isPresent()) {
                    Features.compute(viewer, catalog.streams(), row, piece.distancesKm()[i], features);
                    chances[place] = (float) truth.get().probability(features);
                }
                place++;
            }
        }
        return new RankedLists.Made(lists, clicks, seen, chances);
    }
}
