// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.ui.plot.Axis;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.FigureCsv;
import app.hometown.ui.plot.FigurePicture;
import app.hometown.workbench.questions.Answer;
import app.hometown.workbench.questions.AskedData;
import app.hometown.workbench.questions.Bin;
import app.hometown.workbench.questions.PowerLaw;
import app.hometown.workbench.questions.Question;
import app.hometown.workbench.questions.Rate;
import app.hometown.workbench.questions.Subject;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is said is so: sentences on numbers that a hand made, and no nonsense on any data.
class QuestionFiguresTest {
    private static final Locale BEFORE = Locale.getDefault();

    @BeforeAll
    static void english() {
        Locale.setDefault(Locale.US);
    }

    @AfterAll
    static void asBefore() {
        Locale.setDefault(BEFORE);
    }

    private static String finding(Question question, Answer answer) {
        return QuestionFigures.of(question, answer).getFirst().finding();
    }

    private static Answer.Rates flags(long clicks, long of, long otherClicks, long otherOf) {
        return new Answer.Rates(
                List.of(
                        new Rate("is_local_match", 0, 0, 0, clicks, of),
                        new Rate("not is_local_match", 0, 0, 0, otherClicks, otherOf),
                        new Rate("is_regional_match", 0, 0, 0, clicks, of),
                        new Rate("not is_regional_match", 0, 0, 0, otherClicks, otherOf)),
                clicks + otherClicks,
                of + otherOf);
    }

    @Test
    void aClearDifferenceIsToldWithItsInterval() {
        // Newcombe 1998: 56 of 70 against 48 of 80 is 5.2 to 33.4 points.
        assertThat(finding(Question.CLICKS_BY_MATCH, flags(56, 70, 48, 80)))
                .startsWith("Local (below 100 km) against not: 80.0% against 60.0%, more by 5.2 to 33.4 points.");
        assertThat(finding(Question.CLICKS_BY_MATCH, flags(48, 80, 56, 70)))
                .startsWith("Local (below 100 km) against not: 60.0% against 80.0%, less by 5.2 to 33.4 points.");
    }

    @Test
    void whatMayBeChanceIsSaidToBeSo() {
        assertThat(finding(Question.CLICKS_BY_MATCH, flags(50, 100, 48, 100)))
                .startsWith("Local (below 100 km) against not: 50.0% against 48.0%, no clear difference.");
        assertThat(finding(Question.CLICKS_BY_MATCH, flags(10, 20, 10, 20))).contains("no clear difference");
        assertThat(finding(Question.CLICKS_BY_MATCH, flags(10, 20, 0, 0))).contains("nothing to compare with");
    }

    @Test
    void samplesThatAreAllAlikeHaveNoEnds() {
        Answer.Rates one = new Answer.Rates(List.of(new Rate("", 5, 10, 7, 3, 12)), 3, 12);
        assertThat(finding(Question.CLICKS_BY_DISTANCE, one))
                .contains("cannot be told apart")
                .contains("25.0%");
    }

    @Test
    void oneCityIsAllCities() {
        Answer.Counts one = new Answer.Counts(List.of(new Answer.Count("Paris", 7)), 7);
        assertThat(finding(Question.USER_CITIES, one)).isEqualTo("All users live in one city, Paris.");
        assertThat(finding(Question.STREAM_CITIES, one)).isEqualTo("All streams are in one city, Paris.");
    }

    @Test
    void halfOfTheUsersAreInSoManyCities() {
        Answer.Counts counts = new Answer.Counts(
                List.of(new Answer.Count("A", 40), new Answer.Count("B", 10), new Answer.Count("C", 50 - 1)), 100);
        assertThat(finding(Question.USER_CITIES, counts))
                .contains("40 of 100 (40.0%)")
                .endsWith("the first 2 of 3 cities.");
    }

    @Test
    void citiesWithTheSameSharesAreSaidToHaveThem() {
        Answer.Pairs same = new Answer.Pairs(List.of(new Answer.Pair("A", 2, 4), new Answer.Pair("B", 3, 6)), 5, 10);
        assertThat(finding(Question.CITY_SHARES, same))
                .isEqualTo("Every city has the same part of the users as of the streams.");
        Answer.Pairs other = new Answer.Pairs(List.of(new Answer.Pair("A", 4, 4), new Answer.Pair("B", 1, 6)), 5, 10);
        assertThat(finding(Question.CITY_SHARES, other))
                .isEqualTo("Against its part of the users, B has most streams (60.0% of the streams, 20.0% of the "
                        + "users), A fewest (40.0% and 80.0%).");
    }

    @Test
    void localAndFarAreSharesOfAllSamples() {
        Answer.Spread spread = new Answer.Spread(List.of(new Bin(1, 10, 10)), 10, 5, 1, 2, 42, 8, 9);
        assertThat(finding(Question.DISTANCE, new Answer.Distances(spread, 2, 5)))
                .startsWith("20.0% of the samples are local (below 100 km), 30.0% lie between 100 and 1,000 km, "
                        + "50.0% farther.");
    }

    @Test
    void watchingIsComparedWithShowing() {
        Answer.Rates rates = new Answer.Rates(
                List.of(
                        new Rate("", 0, 100, 50, 30, 40),
                        new Rate("", 100, 1000, 500, 5, 20),
                        new Rate("", 1000, 20_100, 5000, 5, 40)),
                40,
                100);
        assertThat(finding(Question.WATCHED, rates))
                .startsWith("Local streams are 40.0% of what is shown and 75.0% of what is clicked.")
                .contains("75.0% against 16.7%, more by");
    }

    @Test
    void nobodyWhoLacksCandidatesIsSaidToBeNobody() {
        Answer.Candidates none = new Answer.Candidates(
                250, List.of(new Bin(0, 1, 0), new Bin(1, 5, 0), new Bin(5, 20, 7)), 0, 7, List.of());
        assertThat(QuestionFigures.of(Question.CANDIDATES, none)).hasSize(1);
        assertThat(finding(Question.CANDIDATES, none))
                .isEqualTo("Each of the 7 users has at least 5 live streams within 250\u202fkm.");
        Answer.Candidates one = new Answer.Candidates(
                250,
                List.of(new Bin(0, 1, 1), new Bin(1, 5, 0), new Bin(5, 20, 6)),
                1,
                7,
                List.of(new Answer.CityLack("Lima", 1, 3)));
        assertThat(QuestionFigures.of(Question.CANDIDATES, one)).hasSize(2);
        assertThat(finding(Question.CANDIDATES, one)).startsWith("1 of 7 users (14.3%) has fewer than 5");
    }

    @Test
    void aPowerLawIsToldOnlyWhereItFits() {
        List<Answer.Point> points = List.of(new Answer.Point(1, 1), new Answer.Point(50, 0.1));
        PowerLaw fits = new PowerLaw(2.5, 0.1, 3, 100, Double.NaN, 0, 4, 20);
        Answer.Tail tail = new Answer.Tail(points, 1000, 60, Optional.of(fits));
        assertThat(finding(Question.VIEWERS_TAIL, tail)).contains("exponent 2.50 ± 0.20 fits");
        assertThat(QuestionFigures.of(Question.VIEWERS_TAIL, tail).getFirst().marks())
                .hasSize(2);
        for (PowerLaw law : List.of(
                new PowerLaw(2.5, 0.1, 3, 100, Double.NaN, 0, -4, 20),
                new PowerLaw(2.5, 0.1, 3, 100, Double.NaN, 0, 0.5, 20),
                new PowerLaw(2.5, 0.1, 3, 100, Double.NaN, 0, 4, 5))) {
            Answer.Tail other = new Answer.Tail(points, 1000, 60, Optional.of(law));
            assertThat(QuestionFigures.of(Question.VIEWERS_TAIL, other)
                            .getFirst()
                            .marks())
                    .hasSize(1);
        }
        assertThat(finding(Question.VIEWERS_TAIL, new Answer.Tail(points, 3, 60, Optional.empty())))
                .contains("Too few");
    }

    @Test
    void aCorrelationThatMayBeChanceIsNotTold() {
        List<Double> weak = DoubleStream.generate(() -> 0.05)
                .limit((long) Answer.Correlations.SIZE * Answer.Correlations.SIZE)
                .boxed()
                .toList();
        assertThat(finding(Question.CORRELATIONS, new Answer.Correlations(weak, 100)))
                .startsWith("No feature goes clearly with the click.");
        assertThat(finding(Question.CORRELATIONS, new Answer.Correlations(weak, 100_000)))
                .startsWith("The click goes most with Distance (+0.05)");
        List<Double> none = DoubleStream.generate(() -> Double.NaN)
                .limit(weak.size())
                .boxed()
                .toList();
        assertThat(finding(Question.CORRELATIONS, new Answer.Correlations(none, 3)))
                .contains("nothing can go together");
    }

    @Test
    void everyQuestionHasATitleAndFiguresOfItsOwn() {
        Set<String> keys = new HashSet<>();
        Subject all = AskedData.all(AskedData.OWN);
        for (Question question : Question.values()) {
            assertThat(QuestionFigures.title(question)).isNotBlank();
            for (Figure figure : QuestionFigures.of(question, question.answer(all, Progress.NONE))) {
                assertThat(keys.add(figure.key())).as(figure.key()).isTrue();
            }
        }
        assertThat(keys).hasSize(Question.values().length + 2);
    }

    /// What can be brushed is what the question does not heed, else a brush would hide what lies outside it.
    @Test
    void axesAreBrushedByTheColumnsThatTheirQuestionsDoNotHeed() {
        Subject all = AskedData.all(AskedData.OWN);
        for (Question question : Question.values()) {
            List<String> free = BrushedColumns.of(question).stream()
                    .map(column -> column.kind() + " " + column.key())
                    .toList();
            for (Figure figure : QuestionFigures.of(question, question.answer(all, Progress.NONE))) {
                for (Axis axis : List.of(figure.x(), figure.y())) {
                    var column = axis.column();
                    if (column != null) {
                        assertThat(free).contains(column.kind() + " " + column.key());
                    }
                }
            }
        }
    }

    /// Rows that are hard to say something of.
    private enum Hard {
        EVERYTHING,
        REFERENCE,
        ONE_OF_EACH,
        NO_CLICK,
        ONLY_CLICKS,
        NO_USERS,
        NO_STREAMS,
        NO_SAMPLES,
        NO_SAMPLE_FILE,
        NOTHING;

        Subject subject() {
            Path folder = this == REFERENCE ? AskedData.REFERENCE : AskedData.OWN;
            Subject all = AskedData.all(folder);
            Samples samples = all.samples().orElseThrow();
            BitSet none = new BitSet();
            BitSet one = new BitSet();
            one.set(0);
            BitSet clicked = new BitSet();
            BitSet not = new BitSet();
            for (int sample = 0; sample < samples.size(); sample++) {
                (samples.clicked(sample) ? clicked : not).set(sample);
            }
            return switch (this) {
                case EVERYTHING, REFERENCE -> all;
                case ONE_OF_EACH -> new Subject(all.session(), one, one, all.samples(), one);
                case NO_CLICK -> new Subject(all.session(), all.users(), all.streams(), all.samples(), not);
                case ONLY_CLICKS -> new Subject(all.session(), all.users(), all.streams(), all.samples(), clicked);
                case NO_USERS -> new Subject(all.session(), none, all.streams(), all.samples(), all.pairs());
                case NO_STREAMS -> new Subject(all.session(), all.users(), none, all.samples(), all.pairs());
                case NO_SAMPLES -> new Subject(all.session(), all.users(), all.streams(), all.samples(), none);
                case NO_SAMPLE_FILE -> new Subject(all.session(), all.users(), all.streams(), Optional.empty(), none);
                case NOTHING -> new Subject(all.session(), none, none, Optional.empty(), none);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Hard.class)
    void everyQuestionSaysSomethingTrueOrWhyItCannot(Hard hard) {
        Subject subject = hard.subject();
        for (Question question : Question.values()) {
            Answer answer = question.answer(subject, Progress.NONE);
            if (answer instanceof Answer.None none) {
                assertThat(QuestionFigures.lack(none)).isNotBlank();
                assertThat(hard).isNotIn(Hard.EVERYTHING, Hard.REFERENCE);
                continue;
            }
            List<Figure> figures = QuestionFigures.of(question, answer);
            assertThat(figures).isNotEmpty();
            for (Figure figure : figures) {
                assertThat(figure.finding() + figure.footnote())
                        .as(question + " of " + hard)
                        .isNotBlank()
                        .doesNotContain("NaN", "{", "\u221e", "\ufffd");
                assertThat(FigureCsv.of(figure)).contains("\r\n");
                assertThat(FigurePicture.of(figure, 440, 330, true).getWidth()).isEqualTo(880);
            }
        }
    }

    @Test
    void featuresAreNamedInTheCorrelations() {
        Figure figure = QuestionFigures.of(
                        Question.CORRELATIONS,
                        Question.CORRELATIONS.answer(AskedData.all(AskedData.OWN), Progress.NONE))
                .getFirst();
        assertThat(figure.y().names()).hasSize(Feature.COUNT);
        assertThat(figure.y().names().getLast()).endsWith("Clicked");
    }
}
