// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import java.util.Arrays;

/// What there is in each city of a catalog: how many users and live streams, and the user nearest to the middle of
/// them. Immutable; made in one pass over users and streams and one more over the users.
final class CityDirectory {
    private final int[] users;
    private final int[] liveStreams;
    private final int[] middleUser;
    private final int[] anyStream;

    private CityDirectory(int cities) {
        users = new int[cities];
        liveStreams = new int[cities];
        middleUser = new int[cities];
        anyStream = new int[cities];
        Arrays.fill(middleUser, -1);
        Arrays.fill(anyStream, -1);
    }

    static CityDirectory of(Catalog catalog) {
        CityDirectory directory = new CityDirectory(catalog.cities().size());
        directory.countStreams(catalog.streams());
        directory.countUsers(catalog.users());
        return directory;
    }

    int users(int city) {
        return users[city];
    }

    int liveStreams(int city) {
        return liveStreams[city];
    }

    /// The row of the user nearest to the middle of the city's users, or -1 where nobody lives.
    int middleUser(int city) {
        return middleUser[city];
    }

    /// The row of a stream there, live if there is a live one, or -1.
    int anyStream(int city) {
        return anyStream[city];
    }

    private void countStreams(Streams streams) {
        for (int row = 0; row < streams.size(); row++) {
            int city = streams.city(row);
            if (anyStream[city] < 0 || (streams.live(row) && liveStreams[city] == 0)) {
                anyStream[city] = row;
            }
            if (streams.live(row)) {
                liveStreams[city]++;
            }
        }
    }

    private void countUsers(Users rows) {
        // The middle is that of unit vectors, so that a city on the dateline has it where its people are.
        double[][] middle = new double[users.length][3];
        for (int row = 0; row < rows.size(); row++) {
            int city = rows.city(row);
            double[] at = vector(rows, row);
            users[city]++;
            for (int i = 0; i < 3; i++) {
                middle[city][i] += at[i];
            }
        }
        double[] best = new double[users.length];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int row = 0; row < rows.size(); row++) {
            int city = rows.city(row);
            double[] at = vector(rows, row);
            double near = at[0] * middle[city][0] + at[1] * middle[city][1] + at[2] * middle[city][2];
            if (near > best[city]) {
                best[city] = near;
                middleUser[city] = row;
            }
        }
    }

    private static double[] vector(Users rows, int row) {
        double latitude = Math.toRadians(rows.latitude(row));
        double longitude = Math.toRadians(rows.longitude(row));
        return new double[] {
            Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)
        };
    }
}
