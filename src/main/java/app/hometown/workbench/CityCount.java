// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import app.hometown.domain.Catalog;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How much of the data is in a city.
///
/// @param city its name
/// @param streams streams there, live or not
/// @param liveStreams of them, those on the air
/// @param users users at home there
public record CityCount(String city, int streams, int liveStreams, int users) {
    /// All cities of a catalog, most streams first, then most users, then by name. One pass over users and streams.
    public static List<CityCount> of(Catalog catalog) {
        int cities = catalog.cities().size();
        int[] streams = new int[cities];
        int[] live = new int[cities];
        int[] users = new int[cities];
        for (int row = 0; row < catalog.streams().size(); row++) {
            int city = catalog.streams().city(row);
            streams[city]++;
            if (catalog.streams().live(row)) {
                live[city]++;
            }
        }
        for (int row = 0; row < catalog.users().size(); row++) {
            users[catalog.users().city(row)]++;
        }
        return IntStream.range(0, cities)
                .mapToObj(city -> new CityCount(catalog.cities().name(city), streams[city], live[city], users[city]))
                .sorted(Comparator.comparingInt(CityCount::streams)
                        .thenComparingInt(CityCount::users)
                        .reversed()
                        .thenComparing(CityCount::city))
                .toList();
    }
}
