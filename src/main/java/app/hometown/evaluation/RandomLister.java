// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.domain.Streams;
import app.hometown.geo.Geodesic;
import app.hometown.ranking.Scoring;
import app.hometown.ranking.Surroundings;
import app.hometown.ranking.Viewer;
import app.hometown.statistics.FixedRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/// Shows candidates drawn at random, each list as likely as any other; the same for the same seed and user.
///
/// @param streams the catalog's
/// @param surroundings of them
/// @param reach whose radius and expansion say which streams are candidates
/// @param seed of the draw
public record RandomLister(Streams streams, Surroundings surroundings, Scoring reach, long seed) implements Lister {
    private static final int DRAWS = 2;

    @Override
    public String name() {
        return "random";
    }

    @Override
    public NestedLists lists(int row, Viewer viewer, int most) {
        FixedRandom random = new FixedRandom(seed, DRAWS);
        return NestedLists.of(reach, most, (within, k) -> {
            random.at(row);
            int[] rows =
                    drawn(surroundings.within(viewer.latitude(), viewer.longitude(), within.radiusKm()), k, random);
            double[] distances = Arrays.stream(rows)
                    .mapToDouble(stream -> Geodesic.distanceKm(
                            viewer.latitude(), viewer.longitude(), streams.latitude(stream), streams.longitude(stream)))
                    .toArray();
            return new NestedLists.Piece(k, rows, distances);
        });
    }

    /// Floyd's algorithm, then shuffled (J. Bentley, B. Floyd, "A sample of brilliance", CACM 30, 1987).
    private static int[] drawn(Surroundings.Within candidates, int k, FixedRandom random) {
        int all = candidates.count();
        int[] chosen = new int[Math.min(k, all)];
        for (int i = 0; i < chosen.length; i++) {
            int last = all - chosen.length + i;
            int one = random.below(last + 1);
            chosen[i] = holds(chosen, i, one) ? last : one;
        }
        for (int i = chosen.length - 1; i > 0; i--) {
            int other = random.below(i + 1);
            int swap = chosen[i];
            chosen[i] = chosen[other];
            chosen[other] = swap;
        }
        return Arrays.stream(chosen).map(candidates::row).toArray();
    }

    private static boolean holds(int[] chosen, int count, int one) {
        for (int i = 0; i < count; i++) {
            if (chosen[i] == one) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<int[]> ordered(int row, Viewer viewer, int[] rows, OptionalDouble radiusKm) {
        return Optional.empty();
    }
}
