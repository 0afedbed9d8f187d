// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.Catalog;
import app.hometown.evaluation.ListSimilarity;
import app.hometown.ranking.Explanation;
import app.hometown.ranking.Ranking;
import app.hometown.ranking.ScoreGap;
import app.hometown.ranking.ScoreTerm;
import app.hometown.workbench.Session;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.compare.Standings;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A user's comparison as JSON, to the letter of what other programs read.
///
/// @param radiusKm the radius that held the candidates of *basic*, after expansion; null for the whole world
/// @param basic the list of *basic*
/// @param ml the list of *ml*, null where it is not available
/// @param mlUnavailable why it is not
/// @param rankers the other rankers; absent when none were asked for
/// @param similarity how alike the lists are, a pair each; absent likewise
record CompareJson(
        String userId,
        int k,
        @Nullable Double radiusKm,
        List<Line> basic,
        @Nullable List<Line> ml,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mlUnavailable,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Other> rankers,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Pair> similarity) {
    /// One stream of a list.
    record Line(
            int rank,
            String streamId,
            String city,
            double score,
            double distanceKm,
            Terms terms,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Why explanation) {}

    /// The terms of its score, in points.
    record Terms(double proximity, double base, double ml) {}

    /// All terms of its score, and what is behind the click term; null without a click model.
    record Why(Map<String, Double> terms, @Nullable Click click) {
        static Why of(Explanation explanation) {
            Map<String, Double> terms = new LinkedHashMap<>();
            for (ScoreTerm term : ScoreTerm.values()) {
                terms.put(term.key(), explanation.points(term));
            }
            return new Why(terms, explanation.click().map(Click::of).orElse(null));
        }
    }

    /// What is behind a click term. What a model that does not add up cannot say is null.
    record Click(
            double weight,
            double probability,
            @Nullable Double intercept,
            @Nullable Double logOdds,
            @Nullable Map<String, Double> contributions) {
        static Click of(Explanation.Click click) {
            Explanation.Logit logit = click.logit().orElse(null);
            if (logit == null) {
                return new Click(click.weight(), click.probability(), null, null, null);
            }
            Map<String, Double> contributions = new LinkedHashMap<>();
            logit.contributions()
                    .forEach(contribution ->
                            contributions.put(contribution.feature().column(), contribution.logOdds()));
            return new Click(click.weight(), click.probability(), logit.intercept(), logit.logOdds(), contributions);
        }
    }

    /// A ranker beside *basic* and *ml*.
    ///
    /// @param radiusKm its radius after expansion; null for the whole world
    /// @param entries its list, null where it is not available
    /// @param unavailable why it is not
    /// @param note what one should know about it
    record Other(
            String name,
            @Nullable Double radiusKm,
            @Nullable List<Line> entries,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String unavailable,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String note) {}

    /// How alike two lists are.
    record Pair(
            String a,
            String b,
            double rankBiasedOverlap,
            @Nullable Double kendallTauB,
            @JsonProperty("top_k_distance") double topKDistance,
            double jaccard,
            int shared,
            boolean identical) {
        static Pair of(Standings.Standing a, Ranking listA, Standings.Standing b, Ranking listB) {
            ListSimilarity similarity = ListSimilarity.of(listA, listB);
            return new Pair(
                    a.name(),
                    b.name(),
                    similarity.rankBiasedOverlap(),
                    orNull(similarity.kendallTauB()),
                    similarity.topKDistance(),
                    similarity.jaccard(),
                    similarity.shared(),
                    similarity.identical());
        }
    }

    /// The difference of two scores.
    record Gap(String a, String b, String ranker, double scoreA, double scoreB, double gap, Map<String, Double> terms) {
        static Gap of(ScoreGap gap) {
            Map<String, Double> terms = new LinkedHashMap<>();
            gap.differences().forEach(difference -> terms.put(difference.term().key(), difference.points()));
            return new Gap(
                    gap.a().streamId(),
                    gap.b().streamId(),
                    gap.a().ranker(),
                    gap.a().score(),
                    gap.b().score(),
                    gap.gap(),
                    terms);
        }
    }

    /// Why an entry of a ranker has its score; empty when that is not to be told.
    interface Explaining {
        Optional<Explanation> explain(RankerDefinition ranker, Ranking.Entry entry);
    }

    /// @param lineup the rankings of a lineup, where one was asked for
    static CompareJson of(
            Session.SideBySide answer, Optional<Standings> lineup, Catalog catalog, Explaining explaining) {
        return new CompareJson(
                answer.user().id(),
                answer.basic().k(),
                orNull(answer.basic().radiusKm()),
                lines(answer.basic(), catalog, entry -> explaining.explain(RankerDefinition.BASIC, entry)),
                answer.ml()
                        .map(ranking ->
                                lines(ranking, catalog, entry -> explaining.explain(RankerDefinition.ML, entry)))
                        .orElse(null),
                answer.mlUnavailable().orElse(null),
                lineup.map(standings -> others(standings, catalog, explaining)).orElse(null),
                lineup.map(CompareJson::pairs).orElse(null));
    }

    private static List<Other> others(Standings lineup, Catalog catalog, Explaining explaining) {
        return lineup.standings().stream()
                .filter(standing -> !Lineup.DEFAULT.definitions().contains(standing.definition()))
                .map(standing -> new Other(
                        standing.name(),
                        standing.ranking()
                                .map(ranking -> orNull(ranking.radiusKm()))
                                .orElse(null),
                        standing.ranking()
                                .map(ranking -> lines(
                                        ranking, catalog, entry -> explaining.explain(standing.definition(), entry)))
                                .orElse(null),
                        standing.missing()
                                .map(missing -> missing.why() + ". " + missing.remedy())
                                .orElse(null),
                        standing.note().orElse(null)))
                .toList();
    }

    private static List<Pair> pairs(Standings lineup) {
        List<Pair> pairs = new ArrayList<>();
        List<Standings.Standing> all = lineup.standings();
        for (int a = 0; a < all.size(); a++) {
            for (int b = a + 1; b < all.size(); b++) {
                Ranking listA = all.get(a).ranking().orElse(null);
                Ranking listB = all.get(b).ranking().orElse(null);
                if (listA != null && listB != null) {
                    pairs.add(Pair.of(all.get(a), listA, all.get(b), listB));
                }
            }
        }
        return pairs;
    }

    private static List<Line> lines(
            Ranking ranking, Catalog catalog, Function<Ranking.Entry, Optional<Explanation>> explained) {
        return ranking.entries().stream()
                .map(entry -> new Line(
                        entry.rank(),
                        entry.streamId(),
                        catalog.cities().name(catalog.streams().city(entry.row())),
                        entry.score(),
                        entry.distanceKm(),
                        new Terms(
                                entry.breakdown().proximity(),
                                entry.breakdown().base(),
                                entry.breakdown().click()),
                        explained.apply(entry).map(Why::of).orElse(null)))
                .toList();
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
