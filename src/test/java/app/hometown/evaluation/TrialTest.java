// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Identifiers;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import app.hometown.ranking.ClickModel;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.ScanIndex;
import app.hometown.ranking.Scoring;
import app.hometown.ranking.Surroundings;
import app.hometown.ranking.Viewer;
import app.hometown.statistics.FixedRandom;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialTest {
    private static final Vocabulary ONE = Vocabulary.of(List.of("one"));

    /// Streams s0, s1 … at latitude 0, 0.1, 0.2 … degrees north, the better the further south, with 10, 20, 30 …
    /// followers; users u0, u1 … at the equator.
    private static Catalog line(int users, int streams) {
        Users.Builder people = new Users.Builder();
        for (int i = 0; i < users; i++) {
            people.ids().add("u" + i);
            people.add(0, 0, 0, 0, new int[0], 0, 0.5, 10);
        }
        Streams.Builder all = new Streams.Builder();
        for (int i = 0; i < streams; i++) {
            all.ids().add("s" + i);
            all.add(0.1 * i, 0, 0, 0, 0, 9 - 0.05 * i, 10, 10 * (i + 1), false, false, true, -1);
        }
        return new Catalog(people.build(), all.build(), ONE, ONE, ONE, false, Map.of());
    }

    private static Samples samples(List<String> lines) {
        Identifiers.Builder userIds = new Identifiers.Builder();
        Identifiers.Builder streamIds = new Identifiers.Builder();
        int[] users = new int[lines.size()];
        int[] streams = new int[lines.size()];
        BitSet clicked = new BitSet();
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).split(" ", 3);
            users[i] = code(userIds, words[0]);
            streams[i] = code(streamIds, words[1]);
            clicked.set(i, words[2].equals("+"));
        }
        return new Samples(
                userIds.build(),
                streamIds.build(),
                users,
                streams,
                new double[Feature.COUNT][lines.size()],
                clicked,
                null);
    }

    private static int code(Identifiers.Builder ids, String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        return ids.code(text, 0, text.length);
    }

    private static final Scoring WORLD =
            new Scoring(new Scoring.Weights(0, 1, 0), Scoring.DEFAULT.base(), OptionalDouble.empty(), true);

    private static Trial trial(Catalog catalog, Scoring scoring, Samples test, int most) {
        ClickModel nearIsLikely = features -> 1 / (1 + features[Feature.DISTANCE_KM.ordinal()]);
        return Trial.run(
                catalog,
                List.of(new FormulaLister(new ScanIndex(catalog), Ranker.basic(scoring))),
                List.of(new Hindsight(catalog, test)),
                test,
                new Trial.Options(most, Optional.of(nearIsLikely), true),
                Progress.NONE);
    }

    /// The ranker shows s0, s1, s2 …; the figures are scikit-learn 1.2.1's ndcg_score for these hits among 20, and
    /// average_precision_score.
    @ParameterizedTest
    @CsvSource({
        "xx--x--x-x------x--x, 1, 0.68435154752, 0.72081157886, 0.849311513333, 0.614705882353",
        "x-x-----x--x--x-x--x, 1, 0.50874030791, 0.495060520677, 0.766561611281, 0.48137254902",
        "-------x---x-x-x---x, 0, 0, 0.106993132367, 0.445650352899, 0.20119047619",
        "x----x-x------x-xxx-, 1, 0.339160205274, 0.459503086758, 0.722449674976, 0.424410290432",
        "xx----x--x-------x-x, 1, 0.553146470008, 0.681862464945, 0.821991337027, 0.567724867725"
    })
    void figuresAreThoseOfScikitLearn(String hits, double at1, double at5, double at10, double at20, double map) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < hits.length(); i++) {
            if (hits.charAt(i) == 'x') {
                lines.add("u0 s" + i + " +");
            }
        }
        Trial trial = trial(line(1, 20), WORLD, samples(lines), 20);
        assertThat(trial.mean(0, Measure.NDCG, 1)).isCloseTo(at1, within(1e-9));
        assertThat(trial.mean(0, Measure.NDCG, 5)).isCloseTo(at5, within(1e-9));
        assertThat(trial.mean(0, Measure.NDCG, 10)).isCloseTo(at10, within(1e-9));
        assertThat(trial.mean(0, Measure.NDCG, 20)).isCloseTo(at20, within(1e-9));
        assertThat(trial.mean(0, Measure.MAP, 20)).isCloseTo(map, within(1e-9));
    }

    /// The ranker shows s0, s1, s2 …, clicked +, shown and not clicked -, or never shown. The figures are those of
    /// NIST's
    /// trec_eval 10.0: P_5, recall_5, ndcg_cut_5, ndcg_cut_10, map, recip_rank, success_5, bpref, and with -J,
    /// which
    /// leaves the unjudged out, ndcg_cut_5 and map. It looks at all ranks for recip_rank, this at ten.
    @ParameterizedTest
    @CsvSource({
        "....-...-+-.+-.-+-.-, 0.0000, 0.0000, 0.0000, 0.1357, 0.1434, 0.1000, 0.0000, 0.1111, 0.4162, 0.3694",
        "-..-+-+++.-.+++..+++, 0.2000, 0.1000, 0.1312, 0.2942, 0.4003, 0.2000, 1.0000, 0.1250, 0.3008, 0.5670",
        ".-+..-+.--+....--+.-, 0.2000, 0.2500, 0.1952, 0.3253, 0.2785, 0.3333, 1.0000, 0.3125, 0.4144, 0.4571",
        "-..+.+.-..-.+.+--+.+, 0.2000, 0.1667, 0.1461, 0.2381, 0.2764, 0.2500, 1.0000, 0.4000, 0.3836, 0.5473",
        "-+.-+++-++.-+-+--+++, 0.4000, 0.1818, 0.3452, 0.5056, 0.5250, 0.5000, 1.0000, 0.4416, 0.4913, 0.5974",
        "--..-++.-..---.+-.-., 0.0000, 0.0000, 0.0000, 0.3236, 0.2133, 0.1667, 0.0000, 0.0000, 0.3836, 0.3167",
        ".....-.-..-.+......., 0.0000, 0.0000, 0.0000, 0.0000, 0.0769, 0.0769, 0.0000, 0.0000, 0.4307, 0.2500",
        "++++-..............., 0.8000, 1.0000, 1.0000, 1.0000, 1.0000, 1.0000, 1.0000, 1.0000, 1.0000, 1.0000"
    })
    void figuresAreThoseOfTrecEval(
            String list,
            double precision,
            double recall,
            double at5,
            double at10,
            double map,
            double reciprocal,
            double hit,
            double bpref,
            double judged,
            double judgedMap) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < list.length(); i++) {
            if (list.charAt(i) != '.') {
                lines.add("u0 s" + i + " " + list.charAt(i));
            }
        }
        Trial trial = trial(line(1, 20), WORLD, samples(lines), 20);
        assertThat(trial.mean(0, Measure.PRECISION, 5)).isCloseTo(precision, within(6e-5));
        assertThat(trial.mean(0, Measure.RECALL, 5)).isCloseTo(recall, within(6e-5));
        double both = precision + recall;
        assertThat(trial.mean(0, Measure.F1, 5)).isCloseTo(both == 0 ? 0 : 2 * precision * recall / both, within(1e-4));
        assertThat(trial.mean(0, Measure.NDCG, 5)).isCloseTo(at5, within(6e-5));
        assertThat(trial.mean(0, Measure.NDCG, 10)).isCloseTo(at10, within(6e-5));
        assertThat(trial.mean(0, Measure.MAP, 20)).isCloseTo(map, within(6e-5));
        assertThat(trial.mean(0, Measure.MRR, 5)).isCloseTo(reciprocal < 0.1 ? 0 : reciprocal, within(6e-5));
        assertThat(trial.mean(0, Measure.HIT_RATE, 5)).isEqualTo(hit);
        assertThat(trial.mean(0, Measure.BPREF, 5)).isCloseTo(bpref, within(6e-5));
        assertThat(trial.mean(0, Measure.JUDGED_NDCG, 5)).isCloseTo(judged, within(6e-5));
        assertThat(trial.mean(0, Measure.JUDGED_MAP, 20)).isCloseTo(judgedMap, within(6e-5));
    }

    /// u0 was shown s1 +, s4 -, s6 + and s9 -: in this order the judged streams have hits at 1 and 3. bpref: of two
    /// clicked and two not, s1 has none above it and s6 one, so (1 + 1/2) / 2.
    @Test
    void judgedStreamsOnlyWorkedByHand() {
        Trial trial = trial(line(1, 12), WORLD, samples(List.of("u0 s1 +", "u0 s4 -", "u0 s6 +", "u0 s9 -")), 12);
        assertThat(trial.mean(0, Measure.JUDGED_NDCG, 2)).isCloseTo(1 / 1.6309297535714575, within(1e-12));
        assertThat(trial.mean(0, Measure.JUDGED_NDCG, 5)).isCloseTo(1.5 / 1.6309297535714575, within(1e-12));
        assertThat(trial.mean(0, Measure.JUDGED_MAP, 5)).isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
        assertThat(trial.mean(0, Measure.BPREF, 1)).isEqualTo(0.75);
        assertThat(trial.mean(0, Measure.NOVELTY, 5)).isEqualTo(3.0 / 5);
    }

    @Test
    void hindsightCannotBeBeaten() {
        Trial trial = trial(line(1, 12), WORLD, samples(List.of("u0 s7 +", "u0 s4 -", "u0 s11 +")), 12);
        assertThat(trial.mean(1, Measure.NDCG, 5)).isEqualTo(1);
        assertThat(trial.mean(1, Measure.BPREF, 5)).isEqualTo(1);
        assertThat(trial.contenders().get(1).lists().list(0, 5)).containsExactly(7, 11);
    }

    /// A tenth of a degree of latitude at the equator is 11.06 km: s0 to s4 lie within 50 km. Of twelve creators the
    /// half with 10 to 60 followers is small: s0 to s5.
    @Test
    void whatIsShownWorkedByHand() {
        Trial trial = trial(line(2, 12), WORLD, samples(List.of("u0 s0 +", "u1 s0 +")), 12);
        assertThat(trial.mean(0, Measure.NEARBY, 8)).isEqualTo(5.0 / 8);
        assertThat(trial.mean(0, Measure.SMALL_CREATORS, 8)).isEqualTo(6.0 / 8);
        assertThat(trial.mean(0, Measure.DISTANCE_KM, 3)).isCloseTo(11.057, within(0.001));
        assertThat(trial.mean(0, Measure.EXPECTED_CLICKS, 2)).isCloseTo(1 + 1 / 12.057, within(1e-4));
        Exposure exposure = Exposure.of(trial, 0, 3);
        assertThat(exposure.coverage()).isEqualTo(0.25);
        assertThat(exposure.smallCreators()).isEqualTo(1);
        assertThat(exposure.meanDistanceKm()).isCloseTo(11.057, within(0.001));
        assertThat(exposure.medianDistanceKm()).isCloseTo(11.057, within(0.001));
        // Three of twelve have two places each: (2 · (10 + 11 + 12) − 3 · 13) · 2 / (12 · 6).
        assertThat(exposure.gini()).isEqualTo(0.75);
    }

    @Test
    void giniWorkedByHand() {
        assertThat(Exposure.gini(new int[] {1, 3}, 2)).isEqualTo(0.25);
        assertThat(Exposure.gini(new int[] {2, 2, 2}, 3)).isZero();
        assertThat(Exposure.gini(new int[] {7}, 100)).isCloseTo(0.99, within(1e-12));
        assertThat(Exposure.gini(new int[0], 5)).isZero();
    }

    /// The radius of 30 km holds three streams, 60 km six, 120 km eleven: lists of other lengths have other candidates.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneRankingGivesTheListsOfEveryLength(boolean expand) {
        Catalog catalog = line(1, 40);
        Scoring reach =
                new Scoring(new Scoring.Weights(-1, 1, 0), Scoring.DEFAULT.base(), OptionalDouble.of(30), expand);
        Scoring farFirst = new Scoring(new Scoring.Weights(0, -1, 0), reach.base(), reach.radiusKm(), reach.expand());
        for (Scoring scoring : List.of(reach, farFirst)) {
            Ranker ranker = Ranker.basic(scoring);
            ScanIndex index = new ScanIndex(catalog);
            Trial trial = trial(catalog, scoring, samples(List.of("u0 s2 +", "u0 s8 +", "u0 s30 +")), 40);
            for (Measure measure : Measure.values()) {
                double[] means = trial.means(0, measure, 40);
                for (int k = 1; k <= 40; k++) {
                    assertThat(means[k - 1]).as(measure + " at " + k).isEqualTo(trial.mean(0, measure, k));
                }
            }
            for (int k = 1; k <= 40; k++) {
                assertThat(trial.contenders().getFirst().lists().list(0, k))
                        .isEqualTo(index.top(catalog.user(0), ranker, k).entries().stream()
                                .mapToInt(entry -> entry.row())
                                .toArray());
            }
        }
    }

    /// Streams in an order of their own for every user, and for users who have few in reach; many scores are equal.
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 30, 250, 2000, 30_000})
    void scoresThatAreTheSameForAllGiveTheListsOfTheFormula(double radiusKm) {
        FixedRandom random = new FixedRandom(3, 0);
        Users.Builder users = new Users.Builder();
        for (int i = 0; i < 40; i++) {
            users.ids().add("u" + i);
            users.add(random.below(181) - 90, random.below(361) - 180, 0, 0, new int[0], 0, 0.5, 10);
        }
        Streams.Builder all = new Streams.Builder();
        for (int i = 0; i < 3000; i++) {
            all.ids().add("s" + (i * 7919 % 3000));
            double latitude = random.below(1801) / 10.0 - 90;
            double longitude = random.below(3601) / 10.0 - 180;
            all.add(latitude, longitude, 0, 0, 0, random.below(5), 10, 10, false, false, i % 10 > 0, -1);
        }
        Catalog catalog = new Catalog(users.build(), all.build(), ONE, ONE, ONE, false, Map.of());
        for (boolean expand : new boolean[] {true, false}) {
            Scoring quality = new Scoring(
                    new Scoring.Weights(0, 1, 0),
                    new Scoring.Base(1, 0, 0, 1, 0, 1, 0, 0),
                    radiusKm > 20_004 ? OptionalDouble.empty() : OptionalDouble.of(radiusKm),
                    expand);
            FormulaLister formula = new FormulaLister(new ScanIndex(catalog), Ranker.basic(quality));
            Lister same = SameForAllLister.of(formula);
            assertThat(same).isInstanceOf(SameForAllLister.class);
            for (int row = 0; row < 40; row++) {
                Viewer viewer = Viewer.of(row, catalog);
                NestedLists expected = formula.lists(row, viewer, 12);
                assertThat(same.lists(row, viewer, 12))
                        .usingRecursiveComparison()
                        .isEqualTo(expected);
            }
        }
        assertThat(SameForAllLister.of(new FormulaLister(new ScanIndex(catalog), Ranker.basic(Scoring.DEFAULT))))
                .isInstanceOf(FormulaLister.class);
    }

    @Test
    void whoWasLeftOutCanBeNamed() {
        Scoring near = new Scoring(Scoring.DEFAULT.weights(), WORLD.base(), OptionalDouble.of(0.5), false);
        Users.Builder users = new Users.Builder();
        users.ids().add("here");
        users.add(0, 0, 0, 0, new int[0], 0, 0.5, 10);
        users.ids().add("nowhere");
        users.add(50, 90, 0, 0, new int[0], 0, 0.5, 10);
        Catalog line = line(1, 3);
        Catalog catalog = new Catalog(users.build(), line.streams(), ONE, ONE, ONE, false, Map.of());
        Trial trial = trial(catalog, near, samples(List.of("nowhere s0 +", "gone s0 +", "idle s1 -", "here s0 +")), 10);
        assertThat(trial.leftOut(LeftOut.NO_STREAM_IN_REACH)).containsExactly("nowhere");
        assertThat(trial.leftOut(LeftOut.NOT_IN_DATA)).containsExactly("gone");
        assertThat(trial.leftOut(LeftOut.CLICKED_NOTHING)).containsExactly("idle");
        assertThat(trial.users()).isEqualTo(1);
        assertThat(trial.row(0)).isZero();
        assertThat(trial.relevant(0)).isEqualTo(1);
        assertThat(trial.judged(0)).isEqualTo(1);
    }

    @Test
    void randomListsShowEveryCandidateAsOften() {
        Catalog catalog = line(4000, 12);
        Scoring near = new Scoring(WORLD.weights(), WORLD.base(), OptionalDouble.of(100), false);
        RandomLister random = new RandomLister(catalog.streams(), Surroundings.of(catalog.streams()), near, 7);
        Trial trial = Trial.run(
                catalog,
                List.of(random),
                List.of(),
                samples(IntStream.range(0, 4000)
                        .mapToObj(user -> "u" + user + " s0 +")
                        .toList()),
                new Trial.Options(10, Optional.empty(), true),
                Progress.NONE);
        int[] first = new int[12];
        int[] anywhere = new int[12];
        RankedLists lists = trial.contenders().getFirst().lists();
        for (int user = 0; user < 4000; user++) {
            int[] list = lists.list(user, 3);
            assertThat(IntStream.of(list).distinct().count()).isEqualTo(3);
            first[list[0]]++;
            IntStream.of(list).forEach(row -> anywhere[row]++);
        }
        // Ten streams lie within 100 km; 400 and 1,200 are expected, with standard deviations of 19 and 29.
        for (int row = 0; row < 10; row++) {
            assertThat(first[row]).isBetween(320, 480);
            assertThat(anywhere[row]).isBetween(1080, 1320);
        }
        assertThat(anywhere[10] + anywhere[11]).isZero();
        assertThat(trial.has(0, Measure.JUDGED_NDCG)).isFalse();
    }

    @Test
    void teamsAreDraftedInTurns() {
        FixedRandom random = new FixedRandom(5, 0);
        int secondFirst = 0;
        for (int time = 0; time < 1000; time++) {
            TeamDraft apart = TeamDraft.of(new int[] {1, 2, 3}, new int[] {4, 5, 6}, 4, random);
            assertThat(apart.bySecond().cardinality()).isEqualTo(2);
            assertThat(apart.rows()).containsExactlyInAnyOrder(1, 2, 4, 5);
            secondFirst += apart.bySecond().get(0) ? 1 : 0;
            TeamDraft alike = TeamDraft.of(new int[] {1, 2, 3}, new int[] {1, 2, 3}, 3, random);
            assertThat(alike.rows()).containsExactly(1, 2, 3);
            TeamDraft shorter = TeamDraft.of(new int[] {1, 2}, new int[] {2, 3, 4}, 5, random);
            assertThat(shorter.rows()).containsExactlyInAnyOrder(1, 2, 3, 4);
            // Whoever is first, the best of both is among the first two.
            assertThat(IntStream.of(shorter.rows()).limit(3)).contains(1, 2);
        }
        assertThat(secondFirst).isBetween(450, 550);
        assertThat(TeamDraft.of(new int[0], new int[0], 5, random).rows()).isEmpty();
    }
}
