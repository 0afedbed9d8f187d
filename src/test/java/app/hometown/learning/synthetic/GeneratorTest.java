// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.data.Digest;
import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {
    private static final Generated LARGE =
            Generator.generate(new GeneratorOptions(40_000, 40_000, 0, 5), Progress.NONE);
    private static final Generated DEFAULT = Generator.generate(GeneratorOptions.DEFAULT, Progress.NONE);

    private static double share(int size, IntPredicate of) {
        return (double) IntStream.range(0, size).filter(of).count() / size;
    }

    @Test
    void theDefaultDataIsThisOneEverywhere() {
        assertThat(Digest.of(DEFAULT.catalog()))
                .isEqualTo("1e91128a53c49147189d899f6c92a9ea152768c904ee3a848cc2ca3284360c10");
        assertThat(Digest.of(DEFAULT.train()))
                .isEqualTo("d6537500baffdb86751845541ae59568d4683301e240f15958932bd54fd16fec");
    }

    @Test
    void anotherSeedGivesOtherData() {
        Generated other = Generator.generate(new GeneratorOptions(1000, 500, 25_000, 43), Progress.NONE);
        assertThat(Digest.of(other.catalog())).isNotEqualTo(Digest.of(DEFAULT.catalog()));
    }

    @Test
    void aRowIsTheSameHoweverManyOthersThereAre() {
        Catalog few = Generator.generate(new GeneratorOptions(10, 20, 5, 5), Progress.NONE)
                .catalog();
        for (int row = 0; row < 10; row++) {
            assertThat(few.user(row)).isEqualTo(LARGE.catalog().user(row));
        }
        for (int row = 0; row < 20; row++) {
            assertThat(few.stream(row)).isEqualTo(LARGE.catalog().stream(row));
        }
    }

    @Test
    void idsCountFromOne() {
        assertThat(LARGE.catalog().users().ids().get(0)).isEqualTo("user_000001");
        assertThat(LARGE.catalog().streams().ids().get(39_999)).isEqualTo("stream_040000");
        assertThat(new RowIds("user_").get(999_998)).isEqualTo("user_999999");
        assertThat(new RowIds("user_").get(1_234_566)).isEqualTo("user_1234567");
    }

    @Test
    void citiesHaveTheirShares() {
        Catalog catalog = LARGE.catalog();
        int newYork = catalog.cities().code("New York");
        int losAngeles = catalog.cities().code("Los Angeles");
        int cairo = catalog.cities().code("Cairo");
        Users users = catalog.users();
        Streams streams = catalog.streams();
        assertThat(share(users.size(), row -> users.city(row) == newYork)).isCloseTo(0.08, within(0.007));
        assertThat(share(streams.size(), row -> streams.city(row) == losAngeles))
                .isCloseTo(0.12, within(0.009));
        assertThat(share(users.size(), row -> users.city(row) == cairo)).isCloseTo(0.295 / 12, within(0.004));
        assertThat(City.ALL).hasSize(32);
        for (Weighted shares : new Weighted[] {City.users(), City.streams()}) {
            assertThat(IntStream.range(0, 32).mapToDouble(shares::probability).sum())
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void usersAreAsTheContractSays() {
        Catalog catalog = LARGE.catalog();
        Users users = catalog.users();
        int size = users.size();
        assertThat(share(size, row -> !language(catalog, users.city(row), users.language(row))))
                .isCloseTo(0.1, within(0.008));
        assertThat(IntStream.range(0, size)
                        .mapToDouble(users::totalWatchHours)
                        .average()
                        .orElseThrow())
                .isCloseTo(100, within(0.4));
        assertThat(IntStream.range(0, size)
                        .mapToDouble(users::localPreferenceStrength)
                        .average()
                        .orElseThrow())
                .isCloseTo(0.4, within(0.005));
        assertThat(share(size, row -> far(catalog, users.city(row), users.latitude(row))))
                .isCloseTo(0.0689, within(0.007));
        for (int row = 0; row < size; row++) {
            Set<Integer> preferred = new HashSet<>();
            for (int n = 0; n < users.categoryCount(row); n++) {
                preferred.add(users.category(row, n));
            }
            assertThat(preferred.size()).isEqualTo(users.categoryCount(row)).isBetween(2, 5);
        }
    }

    @Test
    void tasteDiffersWithinACity() {
        Catalog catalog = DEFAULT.catalog();
        int london = catalog.cities().code("London");
        Set<Set<String>> tastes = new HashSet<>();
        int londoners = 0;
        for (int row = 0; row < catalog.users().size(); row++) {
            if (catalog.users().city(row) == london) {
                londoners++;
                tastes.add(new HashSet<>(catalog.user(row).preferredCategories()));
            }
        }
        assertThat(londoners).isGreaterThan(40);
        assertThat(tastes.size()).isGreaterThan(londoners * 8 / 10);
    }

    @Test
    void streamsAreAsTheContractSays() {
        Streams streams = LARGE.catalog().streams();
        int size = streams.size();
        assertThat(share(size, streams::live)).isCloseTo(0.9, within(0.008));
        assertThat(share(size, streams::partnered)).isCloseTo(0.3, within(0.012));
        assertThat(share(size, streams::matureContent)).isCloseTo(0.2, within(0.01));
        assertThat(share(size, row -> streams.qualityScore(row) == 10)).isCloseTo(Math.pow(11, -1.2), within(0.006));
        assertThat(share(size, row -> streams.qualityScore(row) > 1)).isCloseTo(Math.pow(2, -1.2), within(0.013));
        for (int row = 0; row < size; row++) {
            assertThat(streams.qualityScore(row)).isBetween(0.0, 10.0);
            assertThat(streams.avgViewerCount(row)).isBetween(1, 10_000);
            assertThat(streams.creatorFollowers(row)).isBetween(10, 100_000);
            assertThat(streams.title(row)).isNotBlank();
            assertThat(streams.tags(row)).hasSize(2);
            assertThat(streams.currentViewers(row).orElseThrow() == 0 || streams.live(row))
                    .isTrue();
        }
    }

    @Test
    void categoriesAreNumberedAndNamed() {
        Catalog catalog = DEFAULT.catalog();
        assertThat(catalog.integerCategories()).isTrue();
        assertThat(catalog.categories().names()).hasSize(20).startsWith("1").endsWith("20");
        assertThat(catalog.categoryName("1")).isEqualTo("Games");
        assertThat(catalog.categoryNames()).hasSize(20);
    }

    @Test
    void samplesAreDistinctPairsOfLiveStreams() {
        Samples samples = DEFAULT.train();
        Catalog catalog = DEFAULT.catalog();
        Set<Long> pairs = new HashSet<>();
        for (int sample = 0; sample < samples.size(); sample++) {
            pairs.add(samples.user(sample) * 1_000_000L + samples.stream(sample));
            String stream = samples.streamIds().get(samples.stream(sample));
            assertThat(catalog.streams().live(catalog.streams().ids().indexOf(stream)))
                    .isTrue();
            assertThat(samples.trueClickProbability(sample)).isBetween(0.01, 1.0);
        }
        assertThat(pairs).hasSize(25_000);
    }

    @Test
    void clicksFollowTheirProbability() {
        Samples samples = DEFAULT.train();
        int[] shown = new int[10];
        int[] clicked = new int[10];
        double[] expected = new double[10];
        for (int sample = 0; sample < samples.size(); sample++) {
            int tenth = (int) Math.min(9, samples.trueClickProbability(sample) * 10);
            shown[tenth]++;
            clicked[tenth] += samples.clicked(sample) ? 1 : 0;
            expected[tenth] += samples.trueClickProbability(sample);
        }
        for (int tenth = 0; tenth < 10; tenth++) {
            assertThat((double) clicked[tenth])
                    .isCloseTo(expected[tenth], within(4 * Math.sqrt(shown[tenth] * 0.25) + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5, 8, 30})
    void tinyWorldsGiveAllTheSamplesAsked(int size) {
        Generated tiny = Generator.generate(new GeneratorOptions(2, 2, size, size), Progress.NONE);
        assertThat(tiny.train().size()).isEqualTo(size);
        Generated loner = Generator.generate(new GeneratorOptions(1, 1, size, size), Progress.NONE);
        assertThat(loner.train().size()).isEqualTo(size);
    }

    @Test
    void allPairsAreDrawnBeforeOneIsDrawnTwice() {
        Generated small = Generator.generate(new GeneratorOptions(20, 30, 540, 1), Progress.NONE);
        Set<Long> pairs = new HashSet<>();
        for (int sample = 0; sample < small.train().size(); sample++) {
            pairs.add(small.train().user(sample) * 1000L + small.train().stream(sample));
        }
        assertThat(pairs).hasSize(Math.min(540, 20 * small.catalog().streams().liveCount()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"generating users", "generating streams", "generating samples", "collecting streams"})
    void stopsInAnyPhase(String phase) {
        Progress cancels = new Progress() {
            private boolean here;

            @Override
            public void phase(String name, long total) {
                here = name.equals(phase);
            }

            @Override
            public void done(long count) {
                if (here) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> Generator.generate(new GeneratorOptions(100, 100, 100, 1), cancels))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void longitudesWrap() {
        assertThat(World.wrapped(181)).isEqualTo(-179);
        assertThat(World.wrapped(-180.5)).isEqualTo(179.5);
        assertThat(World.wrapped(12.25)).isEqualTo(12.25);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new GeneratorOptions(0, 1, 1, 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("users");
        assertThatThrownBy(() -> new GeneratorOptions(1, 1, -1, 1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new GeneratorOptions(1, 1_000_000_000, 1, 1)).hasMessageContaining("too many");
    }

    private static boolean language(Catalog catalog, int city, int language) {
        return City.ALL.get(city).language().equals(catalog.languages().name(language));
    }

    /// Beyond 0.2°: four deviations for the nine in ten, 0.4 of one for the tenth.
    private static boolean far(Catalog catalog, int city, double latitude) {
        assertThat(catalog.cities().name(city)).isEqualTo(City.ALL.get(city).name());
        return Math.abs(latitude - City.ALL.get(city).latitude()) > 0.2;
    }
}
