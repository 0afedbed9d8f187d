// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.statistics.PairedDifference;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Axis;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.Mark;
import app.hometown.ui.plot.NumberStyle;
import app.hometown.ui.plot.Numbers;
import app.hometown.ui.plot.Tone;
import app.hometown.workbench.verdict.Duel;
import app.hometown.workbench.verdict.Findings;
import java.util.ArrayList;
import java.util.List;

/// How many users gain and lose how much.
final class UserFigures {
    /// Bins on either side of no difference.
    private static final int SIDE = 20;

    private UserFigures() {}

    static List<Figure> users(Findings findings) {
        List<Figure> figures = new ArrayList<>();
        for (Duel duel : findings.verdict()) {
            List<Double> first = findings.perUser().values().get(duel.first());
            List<Double> second = findings.perUser().values().get(duel.second());
            PairedDifference result = duel.result();
            if (first != null && second != null && result.better() + result.worse() > 0) {
                figures.add(users(duel, first, second));
            }
        }
        return figures;
    }

    private static Figure users(Duel duel, List<Double> first, List<Double> second) {
        double[] gains = new double[SIDE];
        double[] losses = new double[SIDE];
        double largest = 0;
        for (int user = 0; user < first.size(); user++) {
            largest = Math.max(largest, Math.abs(second.get(user) - first.get(user)));
        }
        for (int user = 0; user < first.size(); user++) {
            double difference = second.get(user) - first.get(user);
            int bin = Math.min(SIDE - 1, (int) (Math.abs(difference) / largest * SIDE));
            if (difference > 0) {
                gains[bin]++;
            } else if (difference < 0) {
                losses[SIDE - 1 - bin]++;
            }
        }
        double width = largest / SIDE;
        double end = largest;
        PairedDifference result = duel.result();
        double mean = result.difference().estimate();
        return Figure.of(
                        "verdict-users-" + VerdictWords.slug(duel.second()),
                        Texts.text(
                                "findings.figure.users",
                                VerdictWords.ranker(duel.second()),
                                VerdictWords.ranker(duel.first())),
                        DifferenceFigures.difference(duel.measure(), duel.k())
                                .as(NumberStyle.SIGNED)
                                .over(-end, end),
                        Axis.of(Texts.text("findings.users.label")).as(NumberStyle.COUNT))
                .finding(VerdictWords.users(duel))
                .with(
                        new Mark.Histogram(
                                Texts.text("findings.figure.users.worse"),
                                Tone.DOWN,
                                Numbers.of(SIDE + 1, i -> i == SIDE ? 0 : i * width - end),
                                Numbers.of(losses)),
                        new Mark.Histogram(
                                Texts.text("findings.figure.users.better"),
                                Tone.UP,
                                Numbers.of(SIDE + 1, i -> i * width),
                                Numbers.of(gains)),
                        new Mark.Rule(
                                Texts.text("findings.mean", VerdictWords.signed(duel.measure(), result.difference())),
                                Tone.STRONG,
                                Mark.Along.X,
                                mean))
                .footnote(Texts.counted("findings.figure.users.note", result.equal(), Formats.count(result.users())));
    }
}
