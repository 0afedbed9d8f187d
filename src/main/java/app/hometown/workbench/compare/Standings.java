// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.domain.User;
import app.hometown.ranking.Ranking;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The rankings of a lineup for one user, side by side. Immutable.
///
/// @param data the data that rows belong to
/// @param user for whom
/// @param k how many were asked for
/// @param standings one a ranker, in the lineup's order
public record Standings(OpenData data, User user, int k, List<Standing> standings) {
    public Standings {
        standings = List.copyOf(standings);
    }

    /// One ranker's part.
    ///
    /// @param definition the ranker
    /// @param resolved what it ranked with, or why it could not
    /// @param ranking its answer; empty when it could not
    /// @param note what a person should know about it: what it covers, what it lacks
    public record Standing(
            RankerDefinition definition, ResolvedRanker resolved, Optional<Ranking> ranking, Optional<String> note) {
        /// The ranker's name.
        public String name() {
            return definition.name();
        }

        /// Why there is no ranking and what to do; empty when there is one.
        public Optional<ResolvedRanker.Missing> missing() {
            return resolved instanceof ResolvedRanker.Missing missing ? Optional.of(missing) : Optional.empty();
        }
    }

    static Standings of(Session session, Lineup lineup, User user, int k, OptionalDouble radiusKm) {
        OpenData data = session.requireData();
        return new Standings(
                data,
                user,
                k,
                lineup.definitions().stream()
                        .map(definition -> {
                            ResolvedRanker ranker = definition.resolve(session).within(radiusKm);
                            return new Standing(definition, ranker, ranker.top(user, data, k), ranker.note(user, data));
                        })
                        .toList());
    }

    /// The ranking of a ranker of the lineup; empty when it is not in it or could not rank.
    public Optional<Ranking> ranking(String name) {
        return standings.stream()
                .filter(standing -> standing.name().equals(name))
                .findFirst()
                .flatMap(Standing::ranking);
    }
}
