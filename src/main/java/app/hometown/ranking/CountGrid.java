// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Streams;
import app.hometown.geo.Box;

/// How many live streams there are in each cell of latitude and longitude: tells in no time that a radius holds too few
/// of them, so that the search need not find that out. Immutable.
final class CountGrid {
    /// Half a byte a stream.
    private static final int STREAMS_A_CELL = 8;

    private final int cellsNorth;
    private final int cellsEast;
    private final int[] starts;

    CountGrid(Streams streams) {
        cellsNorth = (int) Math.clamp(Math.sqrt(streams.liveCount() / (2.0 * STREAMS_A_CELL)), 1, 2000);
        cellsEast = 2 * cellsNorth;
        starts = new int[cellsNorth * cellsEast + 1];
        for (int row = 0; row < streams.size(); row++) {
            if (streams.live(row)) {
                starts[north(streams.latitude(row)) * cellsEast + east(streams.longitude(row)) + 1]++;
            }
        }
        for (int cell = 1; cell < starts.length; cell++) {
            starts[cell] += starts[cell - 1];
        }
    }

    private int north(double latitude) {
        return Math.min(cellsNorth - 1, (int) ((latitude + 90) / 180 * cellsNorth));
    }

    private int east(double longitude) {
        return Math.min(cellsEast - 1, (int) ((longitude + 180) / 360 * cellsEast));
    }

    /// Not less than the number of live streams within a radius, or any number that is not less than `enough`.
    int atMost(double latitude, double longitude, double radiusKm, int enough) {
        int cell = north(latitude) * cellsEast + east(longitude);
        int nearby = starts[cell + 1] - starts[cell];
        if (nearby >= enough) {
            // As for most people in cities.
            return nearby;
        }
        Box box = Box.around(latitude, longitude, radiusKm);
        int west = east(box.west());
        int east = east(box.east());
        int south = north(box.south());
        int north = north(box.north());
        int here = north(latitude);
        int count = 0;
        // From the user's own row outwards: in a city that is the end of it.
        for (int away = 0; count < enough && (here + away <= north || here - away >= south); away++) {
            if (here + away <= north) {
                count += row(here + away, west, east, box.crossesDateline());
            }
            if (away > 0 && here - away >= south) {
                count += row(here - away, west, east, box.crossesDateline());
            }
        }
        return count;
    }

    private int row(int north, int west, int east, boolean crossesDateline) {
        int start = north * cellsEast;
        if (!crossesDateline) {
            return starts[start + east + 1] - starts[start + west];
        }
        return starts[start + cellsEast] - starts[start + west] + starts[start + east + 1] - starts[start];
    }

    /// What it takes in memory, bytes.
    long bytes() {
        return 4L * starts.length;
    }
}
