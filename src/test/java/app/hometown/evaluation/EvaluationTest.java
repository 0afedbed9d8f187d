// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Identifiers;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.ScanIndex;
import app.hometown.ranking.Scoring;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    /// Streams s0 to s11 at latitude 0, 1, 2 … degrees north, the better the further south; s11 is not live.
    /// Users: `near` at the equator, `polar` at the south pole.
    private static Catalog catalog() {
        Users.Builder users = new Users.Builder();
        for (String id : List.of("near", "polar")) {
            users.ids().add(id);
            users.add(id.equals("near") ? 0 : -90, 0, 0, 0, new int[0], 0, 0.5, 10);
        }
        Streams.Builder streams = new Streams.Builder();
        for (int i = 0; i < 12; i++) {
            streams.ids().add("s" + i);
            streams.add(i, 0, 0, 0, 0, 9 - 0.5 * i, 10, 10, false, false, i < 11, -1);
        }
        Vocabulary one = Vocabulary.of(List.of("one"));
        return new Catalog(users.build(), streams.build(), one, one, one, false, Map.of());
    }

    /// Samples such as "near s3 +": user, stream, clicked.
    private static Samples samples(String... lines) {
        Identifiers.Builder userIds = new Identifiers.Builder();
        Identifiers.Builder streamIds = new Identifiers.Builder();
        int[] users = new int[lines.length];
        int[] streams = new int[lines.length];
        BitSet clicked = new BitSet();
        for (int i = 0; i < lines.length; i++) {
            String[] words = lines[i].split(" ", 3);
            users[i] = code(userIds, words[0]);
            streams[i] = code(streamIds, words[1]);
            clicked.set(i, words[2].equals("+"));
        }
        return new Samples(
                userIds.build(),
                streamIds.build(),
                users,
                streams,
                new double[Feature.COUNT][lines.length],
                clicked,
                null);
    }

    private static int code(Identifiers.Builder ids, String id) {
        byte[] text = id.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return ids.code(text, 0, text.length);
    }

    private static Scoring within(OptionalDouble radiusKm, boolean expand) {
        return new Scoring(Scoring.DEFAULT.weights(), Scoring.DEFAULT.base(), radiusKm, expand);
    }

    private static Evaluation run(Scoring scoring, int k, Samples test) {
        Catalog catalog = catalog();
        return Evaluation.run(catalog, new ScanIndex(catalog), List.of(Ranker.basic(scoring)), test, k, Progress.NONE);
    }

    private static final Scoring WORLD = within(OptionalDouble.empty(), true);

    @Test
    void aUserWorkedByHand() {
        // The top 3 is s0 s1 s2; s1 and s5 were clicked, s2 was shown.
        RankingMetrics basic = metrics(run(WORLD, 3, samples("near s1 +", "near s2 -", "near s5 +", "near s1 +")));
        assertThat(basic.ndcg()).isCloseTo(0.6309297535714575 / 1.6309297535714575, within(1e-12));
        assertThat(basic.precision()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(basic.recall()).isEqualTo(0.5);
        assertThat(basic.f1()).isCloseTo(0.4, within(1e-12));
        assertThat(basic.map()).isEqualTo(0.25);
        assertThat(basic.mrr()).isEqualTo(0.5);
        assertThat(basic.hitRate()).isEqualTo(1);
        assertThat(basic.coverage()).isCloseTo(3.0 / 11, within(1e-12));
        assertThat(basic.novelty()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void theReciprocalRankLooksAtTenPlacesWhateverKIs() {
        Samples test = samples("near s6 +");
        assertThat(metrics(run(WORLD, 1, test)).mrr()).isCloseTo(1.0 / 7, within(1e-12));
        assertThat(metrics(run(WORLD, 1, test)).hitRate()).isZero();
        assertThat(metrics(run(WORLD, 11, samples("near s10 +"))).mrr()).isZero();
        assertThat(metrics(run(WORLD, 11, samples("near s10 +"))).hitRate()).isEqualTo(1);
    }

    @Test
    void listsAreThoseOfTheirOwnKWhereTheRadiusGrows() {
        // The better streams are far: asked for one, the index stops at 150 km with s10; asked for ten it goes on.
        Catalog catalog = catalog();
        Users.Builder users = new Users.Builder();
        users.ids().add("north");
        users.add(10.2, 0, 0, 0, new int[0], 0, 0.5, 10);
        Catalog north = new Catalog(
                users.build(),
                catalog.streams(),
                catalog.cities(),
                catalog.languages(),
                catalog.categories(),
                false,
                Map.of());
        Evaluation evaluation = Evaluation.run(
                north,
                new ScanIndex(north),
                List.of(Ranker.basic(within(OptionalDouble.of(50), true))),
                samples("north s10 +"),
                1,
                Progress.NONE);
        assertThat(metrics(evaluation).precision()).isEqualTo(1);
        assertThat(metrics(evaluation).mrr()).isLessThan(1);
    }

    @Test
    void whoCannotBeEvaluatedIsCountedByReason() {
        Evaluation evaluation = run(
                within(OptionalDouble.of(250), false),
                2,
                samples("near s0 +", "polar s0 +", "idle s1 -", "stranger s1 +", "idle s2 -"));
        assertThat(evaluation.users()).isEqualTo(4);
        assertThat(evaluation.evaluatedUsers()).isEqualTo(1);
        assertThat(evaluation.usersWithEmptyList()).isEqualTo(1);
        assertThat(evaluation.usersWithoutClick()).isEqualTo(1);
        assertThat(evaluation.usersNotInData()).isEqualTo(1);
        assertThat(evaluation.leftOut())
                .containsExactly(
                        Map.entry("clicked nothing", 1),
                        Map.entry("not among the loaded users", 1),
                        Map.entry("no stream in reach", 1));
    }

    @Test
    void aClickOnAnUnknownStreamIsRelevantAndNeverHit() {
        assertThat(metrics(run(WORLD, 5, samples("near s0 +", "near gone +"))).recall())
                .isEqualTo(0.5);
    }

    @Test
    void idsWithoutASampleAreNobody() {
        Samples two = samples("near s0 +", "polar s0 +");
        Samples one = new Samples(
                two.userIds(),
                two.streamIds(),
                new int[] {0},
                new int[] {0},
                new double[Feature.COUNT][1],
                BitSet.valueOf(new long[] {1}),
                null);
        assertThat(run(WORLD, 5, one).users()).isEqualTo(1);
    }

    @Test
    void meansAreOverUsersAndRankersStandInTheirOrder() {
        Catalog catalog = catalog();
        Ranker south = Ranker.basic(WORLD);
        Ranker north = new Ranker(
                "north",
                new Scoring(new Scoring.Weights(0, -1, 0), WORLD.base(), OptionalDouble.empty(), true),
                java.util.Optional.empty());
        Evaluation evaluation = Evaluation.run(
                catalog,
                new ScanIndex(catalog),
                List.of(north, south),
                samples("near s0 +", "polar s10 +"),
                1,
                Progress.NONE);
        assertThat(evaluation.rankers().keySet()).containsExactly("north", Ranker.BASIC);
        assertThat(evaluation.rankers().values()).allSatisfy(metrics -> {
            assertThat(metrics.hitRate()).isEqualTo(0.5);
            assertThat(metrics.novelty()).isEqualTo(0.5);
            assertThat(metrics.coverage()).isCloseTo(1.0 / 11, within(1e-12));
        });
    }

    @Test
    void saysWhenNobodyCanBeEvaluated() {
        assertThatThrownBy(() -> run(WORLD, 5, samples("near s0 -")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none of their 1 users");
        assertThatThrownBy(() -> run(WORLD, 0, samples("near s0 +"))).isInstanceOf(InputException.class);
    }

    @Test
    void stopsWhenCancelled() {
        Catalog catalog = catalog();
        Progress cancels = new Progress() {
            @Override
            public void phase(String name, long total) {}

            @Override
            public void done(long count) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> Evaluation.run(
                        catalog,
                        new ScanIndex(catalog),
                        List.of(Ranker.basic(WORLD)),
                        samples("near s0 +"),
                        5,
                        cancels))
                .isInstanceOf(CancellationException.class);
    }

    private static RankingMetrics metrics(Evaluation evaluation) {
        return evaluation.rankers().values().iterator().next();
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.api.Assertions.within(tolerance);
    }
}
