// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
    @Test
    void agreesWithAMapOverManyRandomTexts() {
        SplittableRandom random = new SplittableRandom(1);
        Identifiers.Builder builder = new Identifiers.Builder();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            String id = Integer.toString(random.nextInt(30_000), 36) + (i % 3 == 0 ? "ü" : "");
            boolean fresh = expected.putIfAbsent(id, expected.size()) == null;
            assertThat(builder.add(id)).isEqualTo(fresh);
        }
        Identifiers ids = builder.build();
        assertThat(ids.size()).isEqualTo(expected.size());
        expected.forEach((id, row) -> {
            assertThat(ids.indexOf(id)).isEqualTo(row);
            assertThat(ids.get(row)).isEqualTo(id);
        });
        assertThat(ids.indexOf("absent")).isEqualTo(-1);
        assertThat(ids.indexOf("")).isEqualTo(-1);
    }

    @Test
    void looksUpTheIdentifiersOfAnotherColumn() {
        Identifiers.Builder known = new Identifiers.Builder();
        Identifiers.Builder wanted = new Identifiers.Builder();
        for (int i = 0; i < 1000; i++) {
            known.add("stream_" + 2 * i);
            wanted.add("stream_" + 3 * i);
        }
        known.add("");
        Identifiers rows = known.build();
        Identifiers others = wanted.build();
        int[] found = new int[1000];
        rows.indexOf(others, 100, 1000, found);
        for (int i = 100; i < 1000; i++) {
            assertThat(found[i]).isEqualTo(rows.indexOf(others.get(i)));
        }
        assertThat(found[99]).isZero();
    }

    @ParameterizedTest
    @CsvSource({"a, b, -1", "b, a, 1", "stream_9, stream_10, 1", "a, ab, -1", "z, é, -1", "\uFFFD, 😀, -1"})
    void comparesByCodePoint(String a, String b, int sign) {
        Identifiers.Builder builder = new Identifiers.Builder();
        builder.add(a);
        builder.add(b);
        assertThat(Integer.signum(builder.build().compare(0, 1))).isEqualTo(sign);
    }

    @Test
    void namesTheNearestIdentifiersBestFirst() {
        Identifiers.Builder builder = new Identifiers.Builder();
        for (int i = 1; i <= 200; i++) {
            builder.add("user_%06d".formatted(i));
        }
        Identifiers ids = builder.build();
        assertThat(ids.nearest("user_00001", 2)).contains("user_000001");
        assertThat(ids.nearest("User_000042", 1)).containsExactly("user_000042");
        assertThat(ids.nearest("nothing like it at all", 3)).isEmpty();
    }
}
