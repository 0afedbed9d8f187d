// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.domain.Progress;
import app.hometown.domain.Users;
import app.hometown.learning.RowChunks;
import app.hometown.statistics.FixedRandom;

/// Draws users, chunks of them on all processors.
final class UserSection {
    private static final int FEWEST_PREFERRED = 2;
    private static final int MOST_PREFERRED = 5;

    private final World world;
    private final long seed;
    private final int size;
    private final double[] latitudes;
    private final double[] longitudes;
    private final byte[] cities;
    private final byte[] languages;
    private final byte[] preferred;
    private final byte[] preferredCounts;
    private final double[] strengths;
    private final double[] hours;

    UserSection(World world, GeneratorOptions options) {
        this.world = world;
        seed = options.seed();
        size = options.users();
        latitudes = new double[size];
        longitudes = new double[size];
        cities = new byte[size];
        languages = new byte[size];
        preferred = new byte[Math.multiplyExact(size, MOST_PREFERRED)];
        preferredCounts = new byte[size];
        strengths = new double[size];
        hours = new double[size];
    }

    Users draw(Progress progress) {
        progress.phase("generating users", size);
        Weighted homes = City.users();
        RowChunks.forEach(size, progress, 0, (chunk, from, to) -> {
            FixedRandom random = new FixedRandom(seed, Section.USERS.sequence());
            for (int row = from; row < to; row++) {
                random.at(row);
                int city = homes.draw(random);
                double spread = world.spread(random);
                cities[row] = (byte) city;
                latitudes[row] = world.latitude(city, spread, random);
                longitudes[row] = world.longitude(city, spread, random);
                languages[row] = (byte) world.language(city, random);
                drawPreferred(row, city, random);
                strengths[row] = World.rounded(random.beta(2.0, 3.0), 1e4);
                hours[row] = World.rounded(Math.min(random.gamma(50.0, 2.0), 500.0), 1e2);
            }
        });
        return collect(progress);
    }

    /// Fills in 2 to 5 different categories, each user's own draw.
    private void drawPreferred(int row, int city, FixedRandom random) {
        int wanted = FEWEST_PREFERRED + random.below(MOST_PREFERRED - FEWEST_PREFERRED + 1);
        int start = row * MOST_PREFERRED;
        int count = 0;
        while (count < wanted) {
            byte category = (byte) world.category(city, random);
            boolean known = false;
            for (int i = 0; i < count; i++) {
                known |= preferred[start + i] == category;
            }
            if (!known) {
                preferred[start + count++] = category;
            }
        }
        preferredCounts[row] = (byte) count;
    }

    private Users collect(Progress progress) {
        progress.phase("collecting users", size);
        Users.Builder users = new Users.Builder();
        RowIds ids = new RowIds("user_");
        int[] categories = new int[MOST_PREFERRED];
        for (int row = 0; row < size; row++) {
            if (row % Generator.ROWS_PER_STEP == 0) {
                progress.done(row);
            }
            ids.add(users.ids(), row);
            for (int i = 0; i < MOST_PREFERRED; i++) {
                categories[i] = preferred[row * MOST_PREFERRED + i];
            }
            users.add(
                    latitudes[row],
                    longitudes[row],
                    cities[row],
                    languages[row],
                    categories,
                    preferredCounts[row],
                    strengths[row],
                    hours[row]);
        }
        progress.done(size);
        return users.build();
    }
}
