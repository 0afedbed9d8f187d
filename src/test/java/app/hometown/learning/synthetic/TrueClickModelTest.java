// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.ranking.Hits;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.RankingIndex;
import app.hometown.ranking.ScanIndex;
import app.hometown.ranking.Scoring;
import app.hometown.ranking.Viewer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrueClickModelTest {
    private static final Generated DATA = Generator.generate(new GeneratorOptions(300, 3000, 4000, 8), Progress.NONE);

    @Test
    void explainsWhatThisProgramMadeUpAndNothingElse() {
        Samples train = DATA.train();
        assertThat(TrueClickModel.explains(train)).isTrue();
        double[] others = new double[train.size()];
        Arrays.fill(others, 0.5);
        Samples other = copy(train, others);
        assertThat(TrueClickModel.explains(other)).isFalse();
        assertThat(TrueClickModel.explains(train.at(new int[0]))).isFalse();
    }

    private static Samples copy(Samples samples, double[] probabilities) {
        int[] users = new int[samples.size()];
        int[] streams = new int[samples.size()];
        double[][] features = new double[Feature.COUNT][samples.size()];
        for (int sample = 0; sample < samples.size(); sample++) {
            users[sample] = samples.user(sample);
            streams[sample] = samples.stream(sample);
            for (Feature feature : Feature.values()) {
                features[feature.ordinal()][sample] = samples.feature(sample, feature);
            }
        }
        return new Samples(
                samples.userIds(), samples.streamIds(), users, streams, features, new BitSet(), probabilities);
    }

    /// The bound may be as loose as it likes, but the index must not miss a stream by it.
    @Test
    void theIndexFindsWhatAScanFinds() {
        Catalog catalog = DATA.catalog();
        RankingIndex index = RankingIndex.of(catalog, Progress.NONE);
        ScanIndex scan = new ScanIndex(catalog);
        for (OptionalDouble radius : new OptionalDouble[] {OptionalDouble.of(250), OptionalDouble.empty()}) {
            Ranker oracle = new Ranker(
                    "oracle",
                    new Scoring(new Scoring.Weights(0, 0, 1), Scoring.DEFAULT.base(), radius, true),
                    Optional.of(new TrueClickModel()));
            for (int user = 0; user < catalog.users().size(); user++) {
                Viewer viewer = Viewer.of(user, catalog);
                Hits found = index.hits(viewer, oracle, 20);
                Hits expected = scan.hits(viewer, oracle, 20);
                assertThat(found.rows()).isEqualTo(expected.rows());
                assertThat(found.scores()).isEqualTo(expected.scores());
            }
        }
    }
}
