// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.domain.Feature;
import app.hometown.ranking.Explanation;
import app.hometown.ranking.ScoreGap;
import app.hometown.ranking.ScoreTerm;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.SumFigures;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Explanations as sentences for people who do not think in terms and weights.
final class Reasons {
    private static final int DIGITS = 3;
    /// A feature that moves the log-odds by less is no reason worth telling.
    private static final double WORTH_TELLING = 0.2;

    private Reasons() {}

    /// What the score of a stream is made of, and what a click model adds.
    static String why(Subject subject) {
        if (subject.views().isEmpty()) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        List<SumFigures> figures = figures(subject);
        sentences.add(most(subject.views().getFirst(), figures.getFirst()));
        IntStream.range(0, figures.size())
                .filter(i -> subject.views().get(i).explanation().click().isPresent())
                .findFirst()
                .ifPresent(i -> sentences.add(click(subject.views().get(i), figures.get(i), figures.size() > 1)));
        return String.join(" ", sentences);
    }

    private static String most(Subject.View view, SumFigures figures) {
        Explanation explanation = view.explanation();
        List<ScoreTerm> terms = explanation.terms().keySet().stream()
                .filter(term -> explanation.points(term) > 0)
                .sorted(Comparator.comparingDouble(term -> -explanation.points(term)))
                .toList();
        if (terms.isEmpty()) {
            return Texts.text("why.nothing", figures.sum());
        }
        String first = Texts.text(
                "why.most",
                figures.part(terms.getFirst().ordinal()),
                figures.sum(),
                view.column().name(),
                Terms.from(terms.getFirst()));
        return terms.size() == 1
                ? first + "."
                : Texts.text("why.then", first, figures.part(terms.get(1).ordinal()), Terms.from(terms.get(1)));
    }

    private static String click(Subject.View view, SumFigures figures, boolean named) {
        Explanation.Click click = view.explanation().click().orElseThrow();
        String adds = Texts.text(
                named ? "why.click.named" : "why.click",
                figures.part(ScoreTerm.CLICK.ordinal()),
                Formats.percent(click.probability()),
                view.column().name());
        Optional<Explanation.Logit> logit = click.logit();
        if (logit.isEmpty()) {
            return adds + ".";
        }
        List<String> forIt = because(logit.get(), 1);
        List<String> against = because(logit.get(), -1);
        if (forIt.isEmpty()) {
            return against.isEmpty() ? adds + "." : Texts.text("why.although", adds, against.getFirst());
        }
        String mostly = forIt.size() == 1
                ? Texts.text("why.because", adds, forIt.getFirst())
                : Texts.text("why.because.two", adds, forIt.getFirst(), forIt.get(1));
        return against.isEmpty() ? mostly + "." : Texts.text("why.although", mostly, against.getFirst());
    }

    /// The features that speak for a click, or against it, strongest first.
    private static List<String> because(Explanation.Logit logit, int side) {
        return logit.contributions().stream()
                .filter(part -> part.logOdds() * side > WORTH_TELLING)
                .sorted(Comparator.comparingDouble(part -> -Math.abs(part.logOdds())))
                .map(part -> Texts.text(
                        "because." + part.feature().column(), FeatureFormat.text(part.feature(), part.value())))
                .toList();
    }

    /// Why one stands above the other, the higher one first.
    ///
    /// @param gap the difference
    /// @param a the name of the first, with its ranker where they differ
    /// @param b the name of the second
    static String gap(ScoreGap gap, String a, String b) {
        if (gap.gap() < 0) {
            return gap(ScoreGap.between(gap.b(), gap.a()), b, a);
        }
        SumFigures figures = figures(gap);
        List<Integer> more = side(gap, 1);
        List<Integer> less = side(gap, -1);
        if (gap.gap() == 0) {
            return Texts.text(more.isEmpty() ? "gap.same" : "gap.tie", a, b);
        }
        if (more.isEmpty()) {
            return Texts.text("gap.rounding", a, b);
        }
        String lead = Texts.text(
                "gap.above",
                a,
                figures.sum(),
                b,
                Terms.from(gap.differences().get(more.getFirst()).term()),
                figures.part(more.getFirst()));
        if (more.size() > 1) {
            lead = Texts.text(
                    "gap.and.text",
                    lead,
                    Terms.from(gap.differences().get(more.get(1)).term()),
                    figures.part(more.get(1)));
        }
        return less.isEmpty()
                ? lead + "."
                : Texts.text(
                        "gap.although",
                        lead,
                        Terms.from(gap.differences().get(less.getFirst()).term()),
                        figures.part(less.getFirst()).replaceFirst("^[-−]", ""));
    }

    private static List<Integer> side(ScoreGap gap, int side) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < gap.differences().size(); i++) {
            if (gap.differences().get(i).points() * side > 0) {
                places.add(i);
            }
        }
        return places;
    }

    /// The terms of each view as figures that add up to its score; terms that are the same in all have one figure.
    static List<SumFigures> figures(Subject subject) {
        List<SumFigures> all = new ArrayList<>();
        double[] first = {};
        for (Subject.View view : subject.views()) {
            Explanation explanation = view.explanation();
            double[] points = Stream.of(ScoreTerm.values())
                    .mapToDouble(explanation::points)
                    .toArray();
            if (all.isEmpty()) {
                first = points;
                all.add(SumFigures.of(points, explanation.score(), DIGITS));
            } else {
                all.add(all.getFirst().beside(first, points, explanation.score()));
            }
        }
        return all;
    }

    /// The differences of a gap, in its order, as figures that add up to it.
    static SumFigures figures(ScoreGap gap) {
        double[] points = gap.differences().stream()
                .mapToDouble(ScoreGap.Difference::points)
                .toArray();
        return SumFigures.of(points, gap.gap(), DIGITS);
    }

    /// The intercept and then the contributions in their order, as figures that add up to the log-odds.
    static SumFigures figures(Explanation.Logit logit) {
        double[] parts = new double[Feature.COUNT + 1];
        parts[0] = logit.intercept();
        for (int i = 0; i < Feature.COUNT; i++) {
            parts[i + 1] = logit.contributions().get(i).logOdds();
        }
        return SumFigures.of(parts, logit.logOdds(), DIGITS);
    }
}
