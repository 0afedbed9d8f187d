// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.ui.plot.Figure;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Grouping;
import app.hometown.workbench.verdict.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The figures of an evaluation, each with a sentence on what it shows. No JavaFX; some milliseconds for all of them,
/// also of 100,000 users.
///
/// A figure whose numbers were not asked for, or cannot be told, is not there.
public final class VerdictFigures {
    private VerdictFigures() {}

    /// What figures are about, in the order of reading.
    public enum Topic {
        /// Which ranker is better: by every measure, user by user, against the baselines and the ceiling.
        VERDICT,
        /// For whom and where.
        GROUPS,
        /// Over the lengths of lists and over seeds.
        STABILITY,
        /// A simulated online test.
        ONLINE,
        /// What and who is shown.
        REACH,
        /// What may mislead.
        BIAS
    }

    /// All figures of a topic, in the order of reading; empty where there are none.
    public static List<Figure> of(Findings findings, Topic topic) {
        return switch (topic) {
            case VERDICT ->
                joined(List.of(
                        measures(findings),
                        users(findings),
                        baselines(findings),
                        expectedClicks(findings).stream().toList()));
            case GROUPS -> groups(findings);
            case STABILITY ->
                Stream.of(overK(findings), levels(findings), seeds(findings))
                        .flatMap(Optional::stream)
                        .toList();
            case ONLINE -> interleaving(findings).stream().toList();
            case REACH -> List.of(exposure(findings), distances(findings));
            case BIAS ->
                joined(List.of(
                        List.of(judged(findings)), positions(findings).stream().toList()));
        };
    }

    /// By every measure, the change in parts of what the first ranker has; one figure for each ranker but the first.
    public static List<Figure> measures(Findings findings) {
        return DifferenceFigures.measures(findings);
    }

    /// How many users gain and lose how much by the measure that decides; one figure for each ranker but the first that
    /// differs from it for anybody.
    public static List<Figure> users(Findings findings) {
        return UserFigures.users(findings);
    }

    /// The compared rankers against those that nobody would want to lose to and those that nobody can beat; one figure
    /// for each measure that was looked at.
    public static List<Figure> baselines(Findings findings) {
        return DifferenceFigures.baselines(findings);
    }

    /// Expected clicks by the true click probabilities, with the oracle's as the ceiling; over k where every k was
    /// asked for.
    public static Optional<Figure> expectedClicks(Findings findings) {
        return LevelFigures.expectedClicks(findings);
    }

    /// Forest plots of all groups of users, one for each ranker but the first and each grouping.
    public static List<Figure> groups(Findings findings) {
        List<Figure> figures = new ArrayList<>();
        for (String rival : rivals(findings)) {
            for (Grouping by : Grouping.values()) {
                groups(findings, by, rival).ifPresent(figures::add);
            }
        }
        return figures;
    }

    /// The forest plot of the groups of a grouping: differences with their intervals, thin ones that hold all together,
    /// grey where there are too few users. The largest groups stand first where groups have no order of their own.
    ///
    /// @param rival the ranker held against the first
    public static Optional<Figure> groups(Findings findings, Grouping by, String rival) {
        return GroupFigures.of(findings, by, rival);
    }

    /// The groups behind the rows of [#groups], from the top.
    ///
    /// @param rival the ranker held against the first
    public static List<Slice> rows(Findings findings, Grouping by, String rival) {
        return GroupFigures.rows(findings, by, rival);
    }

    /// The difference by the measure that decides over the length of the list.
    public static Optional<Figure> overK(Findings findings) {
        return DifferenceFigures.overK(findings);
    }

    /// The measure that decides over the length of the list, all rankers.
    public static Optional<Figure> levels(Findings findings) {
        return LevelFigures.levels(findings);
    }

    /// The difference after training with several seeds.
    public static Optional<Figure> seeds(Findings findings) {
        return DifferenceFigures.seeds(findings);
    }

    /// Click rate by the place at which a stream was shown, where the data have places.
    public static Optional<Figure> positions(Findings findings) {
        return LevelFigures.positions(findings);
    }

    /// The part of the compared rankers' lists that somebody was shown; over k where every k was asked for.
    public static Figure judged(Findings findings) {
        return LevelFigures.judged(findings);
    }

    /// How many of the streams every ranker shows to anybody, and what it shows of small creators.
    public static Figure exposure(Findings findings) {
        return LevelFigures.exposure(findings);
    }

    /// How far away is what every ranker shows.
    public static Figure distances(Findings findings) {
        return LevelFigures.distances(findings);
    }

    /// Which ranker would win a simulated online test.
    public static Optional<Figure> interleaving(Findings findings) {
        return DifferenceFigures.interleaving(findings);
    }

    /// The rankers that are held against the first, in their order.
    static List<String> rivals(Findings findings) {
        return findings.verdict().stream().map(duel -> duel.second()).toList();
    }

    private static List<Figure> joined(List<List<Figure>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
