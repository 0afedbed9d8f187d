// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// A city where made-up users and streams live.
///
/// @param name its name
/// @param latitude of the centre, degrees north
/// @param longitude of the centre, degrees east
/// @param language what most people there speak
/// @param userShare per cent of the users, or 0 for an even part of what is left
/// @param streamShare per cent of the streams, or 0 for an even part of what is left
record City(String name, double latitude, double longitude, String language, double userShare, double streamShare) {

    /// All cities. The order is part of the data: it decides who is drawn.
    static final List<City> ALL = List.of(
            new City("New York", 40.7128, -74.0060, "en", 8, 8),
            new City("Los Angeles", 34.0522, -118.2437, "en", 6, 12),
            new City("Chicago", 41.8781, -87.6298, "en", 4, 5),
            new City("Toronto", 43.6532, -79.3832, "en", 3, 4),
            new City("Vancouver", 49.2827, -123.1207, "en", 0, 0),
            new City("Mexico City", 19.4326, -99.1332, "es", 0, 0),
            new City("London", 51.5074, -0.1278, "en", 7, 10),
            new City("Paris", 48.8566, 2.3522, "fr", 4, 4),
            new City("Berlin", 52.5200, 13.4050, "de", 3, 6),
            new City("Madrid", 40.4168, -3.7038, "es", 2, 0),
            new City("Rome", 41.9028, 12.4964, "it", 0, 0),
            new City("Amsterdam", 52.3676, 4.9041, "nl", 0, 0),
            new City("Stockholm", 59.3293, 18.0686, "sv", 0, 3),
            new City("Prague", 50.0755, 14.4378, "cs", 0, 0),
            new City("Vienna", 48.2082, 16.3738, "de", 0, 0),
            new City("Warsaw", 52.2297, 21.0122, "pl", 0, 0),
            new City("Tokyo", 35.6762, 139.6503, "ja", 6, 8),
            new City("Seoul", 37.5665, 126.9780, "ko", 3, 7),
            new City("Beijing", 39.9042, 116.4074, "zh", 3, 0),
            new City("Shanghai", 31.2304, 121.4737, "zh", 3, 3),
            new City("Mumbai", 19.0760, 72.8777, "hi", 4, 0),
            new City("Bangkok", 13.7563, 100.5018, "th", 2, 0),
            new City("Singapore", 1.3521, 103.8198, "en", 2, 0),
            new City("Sydney", -33.8688, 151.2093, "en", 2, 3),
            new City("Melbourne", -37.8136, 144.9631, "en", 0, 2),
            new City("São Paulo", -23.5505, -46.6333, "pt", 3, 2),
            new City("Buenos Aires", -34.6118, -58.3960, "es", 2, 1.5),
            new City("Lima", -12.0464, -77.0428, "es", 0, 0),
            new City("Dubai", 25.2048, 55.2708, "ar", 2, 2),
            new City("Tel Aviv", 32.0853, 34.7818, "he", 1.5, 2),
            new City("Cairo", 30.0444, 31.2357, "ar", 0, 0),
            new City("Cape Town", -33.9249, 18.4241, "en", 0, 0));

    /// Draws cities by their share of the users.
    static Weighted users() {
        return byShare(City::userShare);
    }

    /// Draws cities by their share of the streams.
    static Weighted streams() {
        return byShare(City::streamShare);
    }

    private static Weighted byShare(ToDoubleFunction<City> share) {
        double[] shares = ALL.stream().mapToDouble(share).toArray();
        double left = 100.0;
        int unnamed = 0;
        for (double percent : shares) {
            left -= percent;
            unnamed += percent == 0.0 ? 1 : 0;
        }
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] == 0.0) {
                shares[i] = left / unnamed;
            }
        }
        return new Weighted(shares);
    }
}
