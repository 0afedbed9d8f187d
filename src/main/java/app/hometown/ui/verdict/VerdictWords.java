// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.evaluation.LeftOut;
import app.hometown.evaluation.Measure;
import app.hometown.ranking.Ranker;
import app.hometown.statistics.Interval;
import app.hometown.statistics.PairedDifference;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.verdict.BaselineCheck;
import app.hometown.workbench.verdict.Bias;
import app.hometown.workbench.verdict.Conclusion;
import app.hometown.workbench.verdict.Duel;
import app.hometown.workbench.verdict.Grouping;
import app.hometown.workbench.verdict.Interleaving;
import app.hometown.workbench.verdict.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Names, numbers and sentences of an evaluation, in the user's language and locale, for figures, report and window
/// alike. Sentences say no more than the numbers do.
public final class VerdictWords {
    /// J. Cohen, "Statistical power analysis for the behavioral sciences", 1988: from 0.2 an effect is small, from 0.5
    /// medium, from 0.8 large.
    private static final double MEDIUM = 0.5;
    private static final double LARGE = 0.8;

    private VerdictWords() {}

    /// A ranker's name: those of the program in the user's language, others as they are.
    public static String ranker(String name) {
        return switch (name) {
            case Ranker.BASIC, Ranker.ML, "nearest", "popular", "ideal" -> Texts.text("ranker." + name);
            case "quality", "random", "hindsight", "oracle" -> Texts.text("findings.ranker." + name);
            default -> name;
        };
    }

    /// Rankers' names in a row.
    public static String rankers(List<String> names) {
        return String.join(", ", names.stream().map(VerdictWords::ranker).toList());
    }

    /// A measure's name.
    public static String measure(Measure measure) {
        return Texts.text("findings.measure." + measure.key());
    }

    /// A measure's name with the length of list that it looks at: "nDCG at 5".
    public static String at(Measure measure, int k) {
        return measure == Measure.MRR || measure == Measure.BPREF
                ? measure(measure)
                : Texts.text("findings.at", measure(measure), Formats.count(k));
    }

    /// A value of a measure, with its unit.
    public static String number(Measure measure, double value) {
        return unit(measure, Formats.decimals(value, measure.decimals()));
    }

    /// A value of a measure with as many decimals as the difference that it stands beside.
    public static String number(Measure measure, double value, Interval difference) {
        return unit(measure, Formats.decimals(value, measure.decimals(difference)));
    }

    /// A difference of a measure, with its sign.
    public static String signed(Measure measure, double value) {
        return unit(measure, Formats.signed(value, measure.decimals()));
    }

    /// A difference of a measure, with its sign and as many decimals as its interval needs.
    public static String signed(Measure measure, Interval difference) {
        return signed(measure, difference.estimate(), difference);
    }

    /// Another number with its sign beside such a difference.
    static String signed(Measure measure, double value, Interval beside) {
        return unit(measure, Formats.signed(value, measure.decimals(beside)));
    }

    private static String unit(Measure measure, String number) {
        return measure == Measure.DISTANCE_KM ? number + "\u202fkm" : number;
    }

    /// The ends of the interval of a difference: "+0.0008 to +0.0055".
    public static String range(Measure measure, Interval interval) {
        return Texts.text(
                "findings.range",
                Formats.signed(interval.low(), measure.decimals(interval)),
                signed(measure, interval.high(), interval));
    }

    /// A p-value: "p = 0.012" or "p < 0.001".
    public static String p(double p) {
        return p < 0.001 ? Texts.text("findings.p.less") : Texts.text("findings.p", Formats.decimals(p, 3));
    }

    /// By what users are grouped.
    public static String grouping(Grouping by) {
        return Texts.text("findings.grouping." + by.key());
    }

    /// What the users of a group have in common.
    public static String group(Slice slice) {
        return slice.by() == Grouping.SELECTION
                ? slice.name()
                : slice.name().replace("..", Texts.text("findings.upTo"));
    }

    /// What a comparison comes to, the sentence that everybody reads first.
    public static String sentence(Duel duel) {
        boolean decided = duel.conclusion() == Conclusion.BETTER || duel.conclusion() == Conclusion.WORSE;
        return Texts.text(
                "findings.sentence." + duel.conclusion().key()
                        + (decided && duel.result().slight() ? ".slightly" : ""),
                ranker(duel.first()),
                ranker(duel.second()),
                measure(duel.measure()));
    }

    /// What a conclusion is called in a table; "" where there is no evidence.
    public static String conclusion(Conclusion conclusion) {
        return Texts.text("findings.conclusion." + conclusion.key());
    }

    /// The numbers behind a comparison: means, difference, interval, p.
    public static String numbers(Duel duel) {
        PairedDifference result = duel.result();
        return Texts.text(
                "findings.numbers",
                at(duel.measure(), duel.k()),
                Formats.count(result.users()),
                ranker(duel.second()),
                number(duel.measure(), result.second(), result.difference()),
                ranker(duel.first()),
                number(duel.measure(), result.first(), result.difference()),
                signed(duel.measure(), result.difference()),
                range(duel.measure(), result.difference()),
                p(duel.adjustedP()));
    }

    /// For how many users the second is above, equal and below.
    public static String users(Duel duel) {
        PairedDifference result = duel.result();
        boolean neither = duel.measure().sense() == Measure.Sense.NEITHER;
        return Texts.text(
                neither ? "findings.users.neither" : "findings.users",
                share(result.better(), result.users()),
                share(result.equal(), result.users()),
                share(result.worse(), result.users()),
                share(duel.sameLists(), result.users()));
    }

    /// How large the difference is, how many users it takes to see it, and how much of it is chance; "" where nobody
    /// differs.
    public static String effect(Duel duel) {
        PairedDifference result = duel.result();
        Long needed = result.usersNeeded();
        if (needed == null) {
            return "";
        }
        return Texts.text(
                "findings.effect",
                Formats.signed(result.effect(), 3),
                Texts.text("findings.effect." + size(Math.abs(result.effect()))),
                Formats.count(needed),
                Formats.count(result.users()),
                Formats.wholePercent(result.noise()));
    }

    /// The word for an effect, the end of its key.
    static String size(double effect) {
        return effect < PairedDifference.SMALL_EFFECT
                ? "tiny"
                : effect < MEDIUM ? "small" : effect < LARGE ? "medium" : "large";
    }

    /// Which baselines a ranker beats, which it does not, and how near it comes to the ceiling.
    ///
    /// @param checks of the ranker, by one measure
    public static String baselines(String ranker, List<BaselineCheck> checks) {
        List<String> parts = new ArrayList<>();
        List<String> beaten = against(checks, check -> !check.ceiling() && check.beats());
        List<String> better = against(checks, check -> !check.ceiling() && check.conclusion() == Conclusion.WORSE);
        List<String> open =
                against(checks, check -> !check.ceiling() && !check.beats() && check.conclusion() != Conclusion.WORSE);
        if (!beaten.isEmpty()) {
            parts.add(Texts.text("findings.baselines.beats", rankers(beaten)));
        }
        if (!open.isEmpty()) {
            parts.add(Texts.text("findings.baselines.open", rankers(open)));
        }
        if (!better.isEmpty()) {
            parts.add(Texts.text("findings.baselines.worse", rankers(better)));
        }
        for (BaselineCheck check : checks) {
            if (check.ceiling() && check.result().first() > 0) {
                parts.add(Texts.text(
                        "findings.baselines.ceiling",
                        Formats.wholePercent(
                                check.result().second() / check.result().first()),
                        ranker(check.against())));
            }
        }
        return Texts.text("findings.baselines", ranker(ranker), String.join("; ", parts));
    }

    private static List<String> against(List<BaselineCheck> checks, Predicate<BaselineCheck> which) {
        return checks.stream().filter(which).map(BaselineCheck::against).toList();
    }

    /// What a simulated online test comes to.
    static Conclusion preference(Interleaving test) {
        return test.p() < PairedDifference.LEVEL && test.preference().excludesZero()
                ? test.preference().estimate() > 0 ? Conclusion.BETTER : Conclusion.WORSE
                : Conclusion.NO_EVIDENCE;
    }

    /// What a simulated online test comes to, in words, and how long a real one would take.
    public static String interleaved(Interleaving test) {
        Conclusion conclusion = preference(test);
        String words = Texts.text(
                "findings.interleaved." + conclusion.key(),
                ranker(test.first()),
                ranker(test.second()),
                Formats.count(test.firstWins()),
                Formats.count(test.secondWins()),
                Formats.count((long) test.users() * test.rounds()));
        Long needed = test.listsNeeded();
        return needed == null ? words : words + " " + Texts.text("findings.interleaved.needed", Formats.count(needed));
    }

    /// A name for files and documents: small letters, digits and hyphens.
    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /// Why users were left out.
    public static String leftOut(LeftOut reason) {
        return Texts.text("findings.leftOut." + reason.key());
    }

    /// What may mislead.
    public static String warning(Bias.Warning warning) {
        String key = "findings.warning." + warning.kind().key();
        String ranker = ranker(warning.ranker());
        double number = warning.number();
        return switch (warning.kind()) {
            case TRAINED_ON_TEST, KNOWS_USERS -> Texts.counted(key, Math.round(number), ranker);
            case MOSTLY_UNJUDGED -> Texts.text(key, ranker, Formats.wholePercent(number));
            case UNEQUALLY_JUDGED ->
                Texts.text(key + (number > 0 ? ".less" : ".more"), ranker, Formats.percent(Math.abs(number)));
            case TRAINING_UNKNOWN, POSITION, LOGGED_CLICKS -> Texts.text(key, ranker);
        };
    }

    private static String share(int part, int all) {
        return Formats.percent((double) part / all);
    }
}
