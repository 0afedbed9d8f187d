// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Axis;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.Mark;
import app.hometown.ui.plot.NumberStyle;
import app.hometown.ui.plot.Numbers;
import app.hometown.ui.plot.Tone;
import app.hometown.workbench.explore.Brushable;
import app.hometown.workbench.explore.Facets;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.questions.Answer;
import app.hometown.workbench.questions.Bin;
import app.hometown.workbench.questions.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Figures of counts by city, language, category and flag.
final class PlaceFigures {
    private static final int MOST = 10;

    private PlaceFigures() {}

    static Figure cities(Question question, Answer.Counts counts) {
        boolean users = question == Question.USER_CITIES;
        List<Answer.Count> shown = counts.counts().stream().limit(MOST).toList();
        String all = Formats.count(counts.counts().size());
        return Figure.of(
                        Wording.file(question),
                        Wording.title(question),
                        Axis.of(Texts.text(users ? "question.users" : "question.streams"))
                                .as(NumberStyle.COUNT),
                        cities(
                                users ? Kind.USERS : Kind.STREAMS,
                                shown.stream().map(Answer.Count::name).toList()))
                .finding(citiesFinding("question." + Wording.key(question), counts))
                .with(new Mark.Bars(
                        "",
                        users ? Tone.USERS : Tone.STREAMS,
                        numbers(shown, Answer.Count::count),
                        List.of(new Mark.Extra(
                                Texts.text("question.share"), NumberStyle.PERCENT, numbers(shown, counts::share)))))
                .footnote(
                        shown.size() < counts.counts().size()
                                ? Texts.text("question.cities.note", Formats.count(shown.size()), all)
                                : Texts.text("question.cities.all", all));
    }

    /// An axis of cities; brushed, it chooses the rows of a kind that are there.
    static Axis cities(Kind kind, List<String> names) {
        return Axis.names("", names).brushes(Brushable.words(kind, Facets.CITY, names));
    }

    private static String citiesFinding(String key, Answer.Counts counts) {
        Answer.Count first = counts.counts().getFirst();
        if (counts.counts().size() == 1) {
            return Texts.text(key + ".single", first.name());
        }
        int half = 0;
        long sum = 0;
        while (2 * sum < counts.total()) {
            sum += counts.counts().get(half++).count();
        }
        return Texts.text(
                key + ".finding",
                first.name(),
                Formats.count(first.count()),
                Formats.count(counts.total()),
                Formats.percent(counts.share(first)),
                Formats.count(half),
                Formats.count(counts.counts().size()));
    }

    static Figure flags(Question question, Answer.Counts counts) {
        List<Answer.Count> flags = counts.counts();
        return Figure.of(
                        Wording.file(question),
                        Wording.title(question),
                        Axis.of(Texts.text("question.categories.ofStreams"))
                                .as(NumberStyle.PERCENT)
                                .over(0, 1),
                        Axis.names(
                                "",
                                flags.stream()
                                        .map(flag -> Texts.text("facet." + flag.name() + ".yes"))
                                        .toList()))
                .finding(Texts.text(
                        "question.flags.finding",
                        flags.stream()
                                .map(flag -> Formats.percent(counts.share(flag)))
                                .toArray()))
                .with(new Mark.Bars(
                        "",
                        Tone.STREAMS,
                        numbers(flags, counts::share),
                        List.of(new Mark.Extra(
                                Texts.text("question.streams"),
                                NumberStyle.COUNT,
                                numbers(flags, Answer.Count::count)))))
                .footnote(Texts.counted("question.spread.streams", counts.total()));
    }

    static Figure pairs(Question question, Answer.Pairs pairs) {
        boolean categories = question == Question.CATEGORIES;
        List<Answer.Pair> shown = pairs.pairs().stream().limit(MOST).toList();
        String users = Formats.count(pairs.users());
        String streams = Formats.count(pairs.streams());
        return Figure.of(
                        Wording.file(question),
                        Wording.title(question),
                        Axis.of(Texts.text("question.share")).as(NumberStyle.PERCENT),
                        Axis.names("", shown.stream().map(Answer.Pair::name).toList()))
                .finding(
                        switch (question) {
                            case CITY_SHARES -> citySharesFinding(pairs);
                            case LANGUAGES -> languagesFinding(pairs);
                            default -> categoriesFinding(pairs);
                        })
                .with(
                        new Mark.Bars(
                                Texts.text(categories ? "question.categories.ofUsers" : "question.users"),
                                Tone.USERS,
                                numbers(shown, pairs::ofUsers),
                                List.of(count("question.users", numbers(shown, Answer.Pair::users)))),
                        new Mark.Bars(
                                Texts.text(categories ? "question.categories.ofStreams" : "question.streams"),
                                Tone.STREAMS,
                                numbers(shown, pairs::ofStreams),
                                List.of(count("question.streams", numbers(shown, Answer.Pair::streams)))))
                .footnote(
                        shown.size() < pairs.pairs().size()
                                ? Texts.text(
                                        "question.pairs.note",
                                        Formats.count(shown.size()),
                                        Formats.count(pairs.pairs().size()),
                                        users,
                                        streams)
                                : Texts.text("question.pairs.all", users, streams));
    }

    private static String citySharesFinding(Answer.Pairs pairs) {
        Comparator<Answer.Pair> bySurplus =
                Comparator.comparingDouble(pair -> pairs.ofStreams(pair) - pairs.ofUsers(pair));
        Answer.Pair most = pairs.pairs().stream().max(bySurplus).orElseThrow();
        Answer.Pair fewest = pairs.pairs().stream().min(bySurplus).orElseThrow();
        if (pairs.ofStreams(most) - pairs.ofUsers(most) < 1e-9) {
            return Texts.text("question.city_shares.same");
        }
        return Texts.text(
                "question.city_shares.finding",
                most.name(),
                Formats.percent(pairs.ofStreams(most)),
                Formats.percent(pairs.ofUsers(most)),
                fewest.name(),
                Formats.percent(pairs.ofStreams(fewest)),
                Formats.percent(pairs.ofUsers(fewest)));
    }

    private static String languagesFinding(Answer.Pairs pairs) {
        Answer.Pair ofUsers = most(pairs, Answer.Pair::users);
        Answer.Pair ofStreams = most(pairs, Answer.Pair::streams);
        if (pairs.pairs().size() == 1) {
            return Texts.text("question.languages.single", ofUsers.name());
        }
        return Texts.text(
                "question.languages.finding",
                ofUsers.name(),
                Formats.percent(pairs.ofUsers(ofUsers)),
                ofStreams.name(),
                Formats.percent(pairs.ofStreams(ofStreams)),
                Formats.count(pairs.pairs().size()));
    }

    private static String categoriesFinding(Answer.Pairs pairs) {
        Answer.Pair ofUsers = most(pairs, Answer.Pair::users);
        Answer.Pair ofStreams = most(pairs, Answer.Pair::streams);
        return Texts.text(
                "question.categories.finding",
                ofStreams.name(),
                Formats.percent(pairs.ofStreams(ofStreams)),
                ofUsers.name(),
                Formats.percent(pairs.ofUsers(ofUsers)));
    }

    private static Answer.Pair most(Answer.Pairs pairs, ToDoubleFunction<Answer.Pair> by) {
        return pairs.pairs().stream().max(Comparator.comparingDouble(by)).orElseThrow();
    }

    static List<Figure> candidates(Question question, Answer.Candidates candidates) {
        List<Figure> figures = new ArrayList<>();
        String radius = Formats.number(candidates.radiusKm(), 1) + "\u202fkm";
        String enough = Formats.count(Answer.Candidates.ENOUGH);
        double users = candidates.users();
        figures.add(Figure.of(
                        Wording.file(question),
                        Wording.title(question),
                        Axis.names(
                                Texts.text("question.candidates.x", radius),
                                candidates.groups().stream()
                                        .map(PlaceFigures::group)
                                        .toList()),
                        Axis.of(Texts.text("question.users")).as(NumberStyle.COUNT))
                .finding(
                        candidates.lacking() == 0
                                ? Texts.text(
                                        "question.candidates.none", Formats.count(candidates.users()), enough, radius)
                                : Texts.counted(
                                        "question.candidates.finding",
                                        candidates.lacking(),
                                        Formats.count(candidates.users()),
                                        Formats.percent(candidates.lacking() / users),
                                        enough,
                                        radius))
                .with(new Mark.Bars(
                        "",
                        Tone.USERS,
                        numbers(candidates.groups(), Bin::count),
                        List.of(new Mark.Extra(
                                Texts.text("question.share"),
                                NumberStyle.PERCENT,
                                numbers(candidates.groups(), bin -> bin.count() / users)))))
                .footnote(Texts.text("question.candidates.note")));
        if (!candidates.cities().isEmpty()) {
            figures.add(where(question, candidates, enough));
        }
        return figures;
    }

    private static Figure where(Question question, Answer.Candidates candidates, String enough) {
        List<Answer.CityLack> shown = candidates.cities().stream().limit(MOST).toList();
        Answer.CityLack first = shown.getFirst();
        return Figure.of(
                        Wording.file(question) + "-where",
                        Texts.text("question.candidates.where"),
                        Axis.of(Texts.text("question.candidates.where.x", enough))
                                .as(NumberStyle.COUNT),
                        Axis.names("", shown.stream().map(Answer.CityLack::city).toList()))
                .finding(Texts.text(
                        "question.candidates.where.finding",
                        first.city(),
                        Formats.count(first.lacking()),
                        Formats.count(first.users()),
                        Formats.count(candidates.cities().size())))
                .with(new Mark.Bars(
                        "",
                        Tone.USERS,
                        numbers(shown, Answer.CityLack::lacking),
                        List.of(new Mark.Extra(
                                Texts.text("question.candidates.where.share"),
                                NumberStyle.PERCENT,
                                numbers(shown, city -> (double) city.lacking() / city.users())))))
                .footnote(
                        shown.size() < candidates.cities().size()
                                ? Texts.text(
                                        "question.cities.note",
                                        Formats.count(shown.size()),
                                        Formats.count(candidates.cities().size()))
                                : "");
    }

    private static String group(Bin bin) {
        if (Double.isInfinite(bin.to())) {
            return "≥\u202f" + Formats.number(bin.from(), 0);
        }
        return bin.to() - bin.from() == 1
                ? Formats.number(bin.from(), 0)
                : Texts.text(
                        "question.candidates.group", Formats.number(bin.from(), 0), Formats.number(bin.to() - 1, 0));
    }

    private static Mark.Extra count(String key, Numbers counts) {
        return new Mark.Extra(Texts.text(key), NumberStyle.COUNT, counts);
    }

    static <T> Numbers numbers(List<T> rows, ToDoubleFunction<T> value) {
        return Numbers.of(rows.size(), i -> value.applyAsDouble(rows.get(i)));
    }
}
