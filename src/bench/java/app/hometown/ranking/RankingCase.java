// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.User;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// A kind of request that is measured: who asks, by which ranker, within what.
///
/// @param name as in the table
/// @param who draws the user
/// @param learned whether by *ml*
/// @param world whether the whole world, else 250 km
/// @param uniform whether streams lie evenly over the globe, else round cities
record RankingCase(String name, Function<Crowd, User> who, boolean learned, boolean world, boolean uniform) {
    private static final List<RankingCase> ALL = List.of(
            new RankingCase("basic-250km", Crowd::resident, false, false, false),
            new RankingCase("basic-world", Crowd::resident, false, true, false),
            new RankingCase("ml-250km", Crowd::resident, true, false, false),
            new RankingCase("ml-world", Crowd::resident, true, true, false),
            new RankingCase("basic-foreign-250km", Crowd::foreigner, false, false, false),
            new RankingCase("basic-foreign-world", Crowd::foreigner, false, true, false),
            new RankingCase("ml-foreign", Crowd::foreigner, true, true, false),
            new RankingCase("basic-far-250km", Crowd::stranger, false, false, false),
            new RankingCase("basic-far-world", Crowd::stranger, false, true, false),
            new RankingCase("ml-far", Crowd::stranger, true, true, false),
            new RankingCase("basic-uniform", Crowd::stranger, false, true, true));

    static RankingCase of(String name) {
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no case " + name));
    }

    Ranker ranker() {
        Scoring scoring = world ? Scoring.DEFAULT.within(OptionalDouble.empty()) : Scoring.DEFAULT;
        return learned ? Ranker.ml(scoring, TestLogisticModel.USUAL) : Ranker.basic(scoring);
    }
}
