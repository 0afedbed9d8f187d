// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.evaluation.Exposure;
import app.hometown.evaluation.Measure;
import app.hometown.statistics.Interval;
import app.hometown.statistics.PairedDifference;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.report.Document;
import app.hometown.workbench.verdict.Conclusion;
import app.hometown.workbench.verdict.Duel;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Grouping;
import app.hometown.workbench.verdict.RankerFigures;
import app.hometown.workbench.verdict.SeedVerdicts;
import app.hometown.workbench.verdict.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tables of an evaluation's report.
///
/// @param findings what is in them
record VerdictTables(Findings findings) {
    /// Measures by rankers, means at k.
    Document.Table means() {
        List<RankerFigures> rankers = findings.rankers();
        List<String> header = new ArrayList<>(List.of(Texts.text("findings.measure")));
        rankers.forEach(ranker -> header.add(VerdictWords.ranker(ranker.name())));
        List<List<String>> rows = Arrays.stream(Measure.values())
                .filter(measure ->
                        rankers.stream().anyMatch(ranker -> ranker.means().containsKey(measure)))
                .map(measure -> {
                    List<String> row = new ArrayList<>(List.of(VerdictWords.measure(measure)));
                    rankers.forEach(ranker -> {
                        Double mean = ranker.means().get(measure);
                        row.add(mean == null ? "" : VerdictWords.number(measure, mean));
                    });
                    return row;
                })
                .toList();
        return new Document.Table(
                Texts.text("findings.table.means", Formats.count(findings.k()), Formats.count(findings.users())),
                header,
                rows);
    }

    /// Differences by every measure, a table a ranker but the first.
    List<Document.Table> differences() {
        return VerdictFigures.rivals(findings).stream()
                .map(rival -> {
                    List<Duel> duels = findings.duels().stream()
                            .filter(duel -> duel.second().equals(rival))
                            .toList();
                    String first = VerdictWords.ranker(duels.getFirst().first());
                    String second = VerdictWords.ranker(rival);
                    return new Document.Table(
                            Texts.text("findings.table.differences", second, first, Formats.count(findings.k())),
                            Stream.of(
                                            Stream.of(Texts.text("findings.measure"), first, second),
                                            titles("difference", "interval", "p", "betterWorse", "conclusion"))
                                    .flatMap(part -> part)
                                    .toList(),
                            duels.stream().map(VerdictTables::row).toList());
                })
                .toList();
    }

    private static List<String> row(Duel duel) {
        PairedDifference result = duel.result();
        return List.of(
                VerdictWords.measure(duel.measure()),
                VerdictWords.number(duel.measure(), result.first(), result.difference()),
                VerdictWords.number(duel.measure(), result.second(), result.difference()),
                VerdictWords.signed(duel.measure(), result.difference()),
                VerdictWords.range(duel.measure(), result.difference()),
                bare(duel.adjustedP()),
                Texts.text("findings.betterWorse", Formats.count(result.better()), Formats.count(result.worse())),
                VerdictWords.conclusion(duel.conclusion()));
    }

    /// Groups of users, a table a ranker but the first.
    List<Document.Table> groups() {
        return VerdictFigures.rivals(findings).stream()
                .map(rival -> Arrays.stream(Grouping.values())
                        .flatMap(by -> GroupFigures.ordered(findings, by, rival).stream())
                        .toList())
                .filter(slices -> !slices.isEmpty())
                .map(slices -> {
                    String first = VerdictWords.ranker(slices.getFirst().first());
                    String second = VerdictWords.ranker(slices.getFirst().second());
                    return new Document.Table(
                            Texts.text(
                                    "findings.table.groups",
                                    second,
                                    first,
                                    VerdictWords.at(findings.measure(), findings.k())),
                            Stream.of(
                                            titles("by", "group", "users"),
                                            Stream.of(first, second),
                                            titles("difference", "interval", "corrected", "conclusion"))
                                    .flatMap(part -> part)
                                    .toList(),
                            slices.stream().map(this::row).toList());
                })
                .toList();
    }

    private List<String> row(Slice slice) {
        Measure measure = findings.measure();
        PairedDifference result = slice.result();
        Double p = slice.adjustedP();
        return List.of(
                VerdictWords.grouping(slice.by()),
                VerdictWords.group(slice),
                Formats.count(result.users()),
                VerdictWords.number(measure, result.first(), result.difference()),
                VerdictWords.number(measure, result.second(), result.difference()),
                VerdictWords.signed(measure, result.difference()),
                VerdictWords.range(measure, result.difference()),
                p == null ? "" : bare(p),
                slice.conclusion() == Conclusion.NO_EVIDENCE ? "" : VerdictWords.conclusion(slice.conclusion()));
    }

    /// One line a seed, a table a ranker but the first.
    List<Document.Table> seeds() {
        SeedVerdicts seeds = findings.seeds();
        if (seeds == null) {
            return List.of();
        }
        return seeds.rivals().stream()
                .map(rival -> new Document.Table(
                        Texts.text(
                                "findings.table.seeds",
                                VerdictWords.ranker(rival.second()),
                                VerdictWords.ranker(rival.first()),
                                VerdictWords.at(seeds.measure(), seeds.k())),
                        Stream.of(
                                        titles("seed", "users"),
                                        Stream.of(
                                                VerdictWords.ranker(rival.first()),
                                                VerdictWords.ranker(rival.second())),
                                        titles("difference", "interval", "p"))
                                .flatMap(part -> part)
                                .toList(),
                        rival.seeds().stream()
                                .map(one -> row(one, seeds.measure()))
                                .toList()))
                .toList();
    }

    private static List<String> row(SeedVerdicts.OfSeed one, Measure measure) {
        PairedDifference result = one.result();
        return List.of(
                Long.toString(one.seed()),
                Formats.count(result.users()),
                VerdictWords.number(measure, result.first(), result.difference()),
                VerdictWords.number(measure, result.second(), result.difference()),
                VerdictWords.signed(measure, result.difference()),
                VerdictWords.range(measure, result.difference()),
                bare(result.p()));
    }

    /// What each ranker shows to everybody, and how good its click model is.
    Document.Table reach() {
        return new Document.Table(
                Texts.text("findings.table.reach", Formats.count(findings.k())),
                titles("ranker", "coverage", "gini", "small", "near", "meanKm", "medianKm", "auc")
                        .toList(),
                findings.rankers().stream()
                        .map(ranker -> {
                            Exposure shown = ranker.exposure();
                            return List.of(
                                    VerdictWords.ranker(ranker.name()),
                                    Formats.percent(shown.coverage()),
                                    Formats.decimals(shown.gini(), 3),
                                    Formats.percent(shown.smallCreators()),
                                    Formats.percent(ranker.means().getOrDefault(Measure.NEARBY, 0.0)),
                                    Formats.km(shown.meanDistanceKm()),
                                    Formats.km(shown.medianDistanceKm()),
                                    auc(ranker.auc()));
                        })
                        .toList());
    }

    private static String auc(@Nullable Interval auc) {
        return auc == null
                ? ""
                : Texts.text(
                        "findings.auc",
                        Formats.decimals(auc.estimate(), 4),
                        Formats.decimals(auc.low(), 4),
                        Formats.decimals(auc.high(), 4));
    }

    private static Stream<String> titles(String... keys) {
        return Stream.of(keys).map(key -> Texts.text("findings.column." + key));
    }

    private static String bare(double p) {
        return p < 0.001 ? Texts.text("findings.p.tiny") : Formats.decimals(p, 3);
    }
}
