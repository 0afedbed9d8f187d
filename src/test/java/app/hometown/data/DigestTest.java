// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {
    @Test
    void doesNotDependOnVocabularyCodes() {
        assertThat(Digest.of(catalog(List.of("a", "b"), 0, 1.0, Map.of())))
                .isEqualTo(Digest.of(catalog(List.of("b", "a"), 1, 1.0, Map.of())))
                .matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0, x", "0, 1.0000000000000002, x", "0, 1.0, y"})
    void tellsDifferentContentApart(int city, double latitude, String name) {
        String digest = Digest.of(catalog(List.of("a", "b"), 0, 1.0, Map.of("c", "x")));
        assertThat(Digest.of(catalog(List.of("a", "b"), city, latitude, Map.of("c", name))))
                .isNotEqualTo(digest);
    }

    @Test
    void ofSamplesTellsThemApart() {
        assertThat(Digest.of(new RandomData(1).samples(100, true)))
                .isEqualTo(Digest.of(new RandomData(1).samples(100, true)))
                .isNotEqualTo(Digest.of(new RandomData(2).samples(100, true)))
                .isNotEqualTo(Digest.of(new RandomData(1).samples(100, false)))
                .isNotEqualTo(Digest.of(new RandomData(1).samples(99, true)));
    }

    private static Catalog catalog(List<String> cities, int city, double latitude, Map<String, String> names) {
        Users.Builder users = new Users.Builder();
        users.ids().add("u");
        users.add(latitude, 2, city, 0, new int[] {0}, 1, 0.5, 3);
        Streams.Builder streams = new Streams.Builder();
        streams.ids().add("s");
        streams.add(1, 2, city, 0, 0, 5, 10, 20, true, false, true, -1);
        return new Catalog(
                users.build(),
                streams.build(),
                Vocabulary.of(cities),
                Vocabulary.of(List.of("en")),
                Vocabulary.of(List.of("c")),
                false,
                names);
    }
}
