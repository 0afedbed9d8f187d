// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import app.hometown.geo.Area;
import app.hometown.geo.WebMercator;
import java.awt.geom.Path2D;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Areas against the JDK's own test of points in paths.
class EnclosedTest {
    private final Random random = new Random(5);
    private final Catalog catalog = anywhere(20_000);

    private Catalog anywhere(int count) {
        var users = new Users.Builder();
        for (int row = 0; row < count; row++) {
            users.ids().add("user_" + row);
            users.add(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180, 0, 0, new int[0], 0, 0.5, 1);
        }
        return new Catalog(
                users.build(),
                new Streams.Builder().build(),
                Vocabulary.of(List.of("Somewhere")),
                Vocabulary.of(List.of("en")),
                Vocabulary.of(List.of()),
                false,
                Map.of());
    }

    private BitSet rows(Area area) {
        BitSet all = new BitSet();
        all.set(0, catalog.users().size());
        return Enclosed.rows(Kind.USERS, catalog, all, area, Progress.NONE);
    }

    private BitSet expected(double[] xs, double[] ys) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.moveTo(xs[0], ys[0]);
        for (int i = 1; i < xs.length; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        path.closePath();
        BitSet rows = new BitSet();
        for (int row = 0; row < catalog.users().size(); row++) {
            double x = WebMercator.x(catalog.users().longitude(row));
            double y = WebMercator.y(catalog.users().latitude(row));
            for (int copy = -2; copy <= 2; copy++) {
                if (path.contains(x + copy, y)) {
                    rows.set(row);
                }
            }
        }
        return rows;
    }

    @Test
    void aRingHoldsWhatLiesWithinInWhateverCopyOfTheWorldItWasDrawn() {
        for (int turn = 0; turn < 60; turn++) {
            int corners = 3 + random.nextInt(30);
            double[] xs = new double[corners];
            double[] ys = new double[corners];
            double middle = random.nextDouble() * 3 - 1;
            for (int i = 0; i < corners; i++) {
                // Random corners cross themselves, as hands do.
                xs[i] = middle + (random.nextDouble() - 0.5) * (turn % 3 == 0 ? 1.6 : 0.4);
                ys[i] = random.nextDouble();
            }
            BitSet expected = expected(xs, ys);
            assertThat(rows(Area.ring(xs, ys))).isEqualTo(expected);
            assertThat(expected.cardinality()).isPositive();
        }
    }

    @Test
    void aBoxAcrossTheDatelineHoldsBothSides() {
        BitSet rows = rows(Area.box(0.95, 0.2, 1.05, 0.8));
        assertThat(rows).isEqualTo(expected(new double[] {0.95, 1.05, 1.05, 0.95}, new double[] {0.2, 0.2, 0.8, 0.8}));
        assertThat(rows.stream().anyMatch(row -> catalog.users().longitude(row) > 170))
                .isTrue();
        assertThat(rows.stream().anyMatch(row -> catalog.users().longitude(row) < -170))
                .isTrue();
    }

    @Test
    void aBoxOfTheWholeMapHoldsThePolesToo() {
        assertThat(rows(Area.box(-0.2, -0.1, 1.3, 1.1)).cardinality())
                .isEqualTo(catalog.users().size());
    }
}
