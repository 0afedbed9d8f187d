// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import app.hometown.ui.plot.Figure;
import app.hometown.workbench.questions.Answer;
import app.hometown.workbench.questions.Question;
import java.util.List;

/// Figures of answers, each with a sentence that is computed from the numbers. Made on any thread; no JavaFX.
public final class QuestionFigures {
    private QuestionFigures() {}

    /// The figures of an answer, one or two; none where the data cannot answer.
    ///
    /// @param question what was asked
    /// @param answer what came of it
    public static List<Figure> of(Question question, Answer answer) {
        return switch (answer) {
            case Answer.None none -> List.of();
            case Answer.Counts counts when question == Question.FLAGS -> List.of(PlaceFigures.flags(question, counts));
            case Answer.Counts counts -> List.of(PlaceFigures.cities(question, counts));
            case Answer.Pairs pairs -> List.of(PlaceFigures.pairs(question, pairs));
            case Answer.Candidates candidates -> PlaceFigures.candidates(question, candidates);
            case Answer.Distances distances -> List.of(SpreadFigures.distances(question, distances));
            case Answer.Spread spread -> List.of(SpreadFigures.spread(question, spread));
            case Answer.Tail tail -> List.of(SpreadFigures.tail(question, tail));
            case Answer.Diversity diversity -> List.of(SpreadFigures.diversity(question, diversity));
            case Answer.Rates rates -> List.of(RateFigures.rates(question, rates));
            case Answer.NearAndFar levels -> List.of(RateFigures.levels(question, levels));
            case Answer.Correlations correlations -> List.of(RateFigures.correlations(question, correlations));
            case Answer.Exposure exposure ->
                List.of(ExposureFigures.tenths(question, exposure), ExposureFigures.lorenz(exposure));
        };
    }

    /// What a question is about, for a table of contents.
    public static String title(Question question) {
        return Wording.title(question);
    }

    /// Why data cannot answer, a sentence or two.
    public static String lack(Answer.None none) {
        return Wording.lack(none.lack());
    }
}
