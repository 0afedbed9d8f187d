// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.Catalog;
import app.hometown.geo.WebMercator;
import java.util.BitSet;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class CityTotalsTest {
    private final Catalog catalog = SampleCatalog.of(3_000, 2_000);
    private final PointCloud users =
            PointCloud.of(catalog.users().size(), catalog.users()::latitude, catalog.users()::longitude);
    private final PointCloud streams =
            PointCloud.of(catalog.streams().size(), catalog.streams()::latitude, catalog.streams()::longitude);

    @Test
    void everyShownUserAndStreamIsCountedOnceInItsCity() {
        var shown = new BitSet();
        for (int row = 0; row < catalog.users().size(); row += 3) {
            shown.set(row);
        }
        CityTotals totals = CityTotals.of(
                catalog, PointView.of(users, Marks.ALL.withShown(shown)), PointView.of(streams, Marks.ALL));
        assertThat(totals.cities().stream().mapToInt(CityTotals.City::users).sum())
                .isEqualTo(1_000);
        assertThat(totals.cities().stream().mapToInt(CityTotals.City::streams).sum())
                .isEqualTo(2_000);
        int first = catalog.cities().size();
        for (CityTotals.City city : totals.cities()) {
            int count = 0;
            for (int row = 0; row < catalog.streams().size(); row++) {
                count += catalog.cities().name(catalog.streams().city(row)).equals(city.name()) ? 1 : 0;
            }
            assertThat(city.streams()).isEqualTo(count);
            first--;
        }
        assertThat(first).isZero();
        assertThat(totals.cities())
                .isSortedAccordingTo(Comparator.comparingInt(city -> -city.users() - city.streams()));
    }

    @Test
    void aCityStandsInItsMiddle() {
        CityTotals totals = CityTotals.of(catalog, PointView.of(users, Marks.ALL), PointView.of(streams, Marks.ALL));
        CityTotals.City newYork = totals.cities().stream()
                .filter(city -> city.name().equals("City 0"))
                .findFirst()
                .orElseThrow();
        assertThat(WebMercator.latitude(newYork.y())).isCloseTo(40.7, within(0.2));
        assertThat(WebMercator.longitude(newYork.x())).isCloseTo(-74.0, within(0.2));
    }
}
