// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import app.hometown.statistics.Interval;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.questions.Answer;
import app.hometown.workbench.questions.Question;
import app.hometown.workbench.questions.Rate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Parts of sentences that are true whatever the numbers are.
final class Wording {
    private static final String SPACE = "\u202f";

    private Wording() {}

    /// The key of a question in texts and files.
    static String key(Question question) {
        return question.name().toLowerCase(Locale.ROOT);
    }

    /// A short name of a question for files: "clicks-by-distance".
    static String file(Question question) {
        return key(question).replace('_', '-');
    }

    /// What a question is about.
    static String title(Question question) {
        return Texts.text("question." + key(question));
    }

    /// Why there is no answer.
    static String lack(Answer.Lack lack) {
        return Texts.text("questions.lack." + lack.name().toLowerCase(Locale.ROOT));
    }

    /// That a question could not be answered.
    static String failed(RuntimeException why) {
        return Texts.text("questions.failed", String.valueOf(why.getMessage()));
    }

    /// Two click rates, and whether their difference can be told from chance: "31.0% against 28.1%, more by 1.2 to 4.6
    /// points".
    static String against(Rate one, Rate other) {
        if (one.count() == 0 || other.count() == 0) {
            return Texts.text("question.nothing");
        }
        Interval less = one.less(other);
        String first = Formats.percent(one.rate().estimate());
        String second = Formats.percent(other.rate().estimate());
        if (!less.excludesZero()) {
            return Texts.text("question.open", first, second);
        }
        return less.estimate() > 0
                ? Texts.text("question.more", first, second, points(less.low()), points(less.high()))
                : Texts.text("question.less", first, second, points(-less.high()), points(-less.low()));
    }

    /// The same in fewer words: only where there is no clear difference is it said.
    static String shortly(Rate one, Rate other) {
        if (one.count() == 0 || other.count() == 0) {
            return Texts.text("question.nothing");
        }
        return Texts.text(
                one.less(other).excludesZero() ? "question.clear" : "question.open",
                Formats.percent(one.rate().estimate()),
                Formats.percent(other.rate().estimate()));
    }

    private static String points(double share) {
        return Formats.decimals(100 * share, 1);
    }

    /// The upper end of the values against the lower one.
    ///
    /// @param key of the sentence: the part of samples at the first end, at the second, and how they compare
    /// @param highFirst whether the upper end is the first
    static String ends(String key, Answer.Rates rates, boolean highFirst) {
        Optional<Answer.Ends> ends = rates.ends();
        if (ends.isEmpty()) {
            return Texts.text(
                    "question.ends.none", Formats.percent(rates.all().rate().estimate()));
        }
        Rate first = highFirst ? ends.get().highest() : ends.get().lowest();
        Rate second = highFirst ? ends.get().lowest() : ends.get().highest();
        return Texts.text(key, part(first, rates), part(second, rates), against(first, second));
    }

    private static String part(Rate rate, Answer.Rates rates) {
        return Formats.wholePercent((double) rate.count() / rates.count());
    }

    /// The first and the last level that have samples.
    static String levels(List<Rate> levels) {
        List<Rate> filled = levels.stream().filter(level -> level.count() > 0).toList();
        return filled.size() < 2 ? Texts.text("question.nothing") : against(filled.getLast(), filled.getFirst());
    }

    /// A range of kilometres: "10 to 50 km".
    static String km(double from, double to) {
        String unit = SPACE + "km";
        if (from <= 0) {
            return Texts.text("question.below", Formats.number(to, 0) + unit);
        }
        return to > 20_003
                ? Texts.text("question.from", Formats.number(from, 0) + unit)
                : Texts.text("question.range", Formats.number(from, 0), Formats.number(to, 0) + unit);
    }

    /// A number with at most so many decimals as tell it.
    static String number(double value) {
        double size = Math.abs(value);
        return Formats.number(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
    }
}
