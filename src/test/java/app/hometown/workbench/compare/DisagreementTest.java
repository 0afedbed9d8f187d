// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.User;
import app.hometown.evaluation.ListSimilarity;
import app.hometown.workbench.Session;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisagreementTest {
    private static final int K = 7;
    private static final OptionalDouble RADIUS_KM = OptionalDouble.of(250);

    @TempDir
    static Path folder;

    private static Session session;

    @BeforeAll
    static void open() {
        session = OpenedFolder.open(folder).session();
    }

    private static Disagreement of(String a, String b, Progress progress) {
        return Disagreement.of(session, RankerNames.parse(a), RankerNames.parse(b), K, RADIUS_KM, progress);
    }

    @ParameterizedTest
    @CsvSource({"basic, ml", "nearest, reference", "ml, ideal"})
    void everyUserHasTheDisagreementOfTheirLists(String a, String b) {
        Disagreement disagreement = of(a, b, Progress.NONE);
        Lineup lineup = new Lineup(RankerNames.parseAll(a + "," + b));
        assertThat(disagreement.users()).isEqualTo(60);
        int differing = 0;
        double sum = 0;
        for (int row = 0; row < disagreement.users(); row++) {
            User user = session.requireData().catalog().user(row);
            Standings standings = lineup.rank(session, user, K, RADIUS_KM);
            ListSimilarity similarity = ListSimilarity.of(
                    standings.ranking(a).orElseThrow(), standings.ranking(b).orElseThrow());
            assertThat(disagreement.identical(row)).isEqualTo(similarity.identical());
            assertThat(disagreement.score(row)).isEqualTo(1 - similarity.rankBiasedOverlap(), within(1e-6));
            differing += similarity.identical() ? 0 : 1;
            sum += 1 - similarity.rankBiasedOverlap();
        }
        assertThat(differing).isPositive();
        assertThat(disagreement.differing()).isEqualTo(differing);
        assertThat(disagreement.mean()).isEqualTo(sum / disagreement.users(), within(1e-6));
        assertThat(disagreement.a() + disagreement.b() + disagreement.k()).isEqualTo(a + b + K);
    }

    @Test
    void usersAreSortedByDisagreementThenByRow() {
        Disagreement disagreement = of("basic", "nearest", Progress.NONE);
        int[] order = disagreement.byDisagreement();
        assertThat(order.clone())
                .containsExactlyInAnyOrder(IntStream.range(0, 60).toArray());
        assertThat(Arrays.stream(order).boxed().toList())
                .isSortedAccordingTo(Comparator.<Integer>comparingDouble(row -> -disagreement.score(row))
                        .thenComparing(Comparator.naturalOrder()));
    }

    @Test
    void progressIsToldAndCancels() {
        AtomicLong done = new AtomicLong();
        Progress counting = new Progress() {
            @Override
            public void phase(String name, long total) {
                assertThat(total).isEqualTo(60);
            }

            @Override
            public void done(long count) {
                done.set(count);
            }
        };
        of("basic", "ml", counting);
        assertThat(done).hasValue(60);
        Progress cancelled = new Progress() {
            @Override
            public void phase(String name, long total) {}

            @Override
            public void done(long count) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> of("basic", "ml", cancelled)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aRankerThatCannotRankIsAnError() {
        Session bare = new Session(
                session.data(),
                new app.hometown.workbench.ModelState.Missing("There is none", "Train one."),
                session.scoring());
        assertThatThrownBy(() ->
                        Disagreement.of(bare, RankerDefinition.BASIC, RankerDefinition.ML, K, RADIUS_KM, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("ranker ml")
                .hasMessageContaining("Train one");
    }
}
