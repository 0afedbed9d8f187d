// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Identifiers;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.geo.Geodesic;
import app.hometown.ranking.Features;
import app.hometown.ranking.Viewer;
import app.hometown.statistics.FixedRandom;
import java.util.Arrays;
import java.util.BitSet;

/// Draws who saw which stream and who clicked. No pair is drawn twice unless there are fewer pairs than samples.
final class SampleSection {
    private static final int ROWS_PER_STEP = 1024;

    /// Draws that hit a known pair before the next free one is taken; reached only when most pairs are taken.
    private static final int MOST_DRAWS = 64;

    private final Catalog catalog;
    private final Users users;
    private final Streams streams;
    private final GeneratorOptions options;
    private final Progress progress;
    private final Exposure exposure;
    private final PairSet taken;

    SampleSection(Catalog catalog, GeneratorOptions options, Progress progress) {
        this.catalog = catalog;
        this.users = catalog.users();
        this.streams = catalog.streams();
        this.options = options;
        this.progress = progress;
        this.exposure = new Exposure(
                users,
                streams,
                catalog.cities().size(),
                catalog.languages().size(),
                catalog.categories().size());
        this.taken = new PairSet(options.samples());
    }

    Samples draw() {
        int size = options.samples();
        int[] sampleUsers = new int[size];
        int[] sampleStreams = new int[size];
        double[][] features = new double[Feature.COUNT][size];
        BitSet clicked = new BitSet(size);
        double[] probabilities = new double[size];
        Codes userCodes = new Codes(users.ids());
        Codes streamCodes = new Codes(streams.ids());
        FixedRandom pairs = new FixedRandom(options.seed(), Section.PAIRS.sequence());
        FixedRandom clicks = new FixedRandom(options.seed(), Section.CLICKS.sequence());
        double[] row = new double[Feature.COUNT];
        progress.phase("generating samples", size);
        for (int sample = 0; sample < size; sample++) {
            if (sample % ROWS_PER_STEP == 0) {
                progress.done(sample);
            }
            pairs.at(sample);
            clicks.at(sample);
            long pair = pair(pairs);
            int user = (int) (pair / exposure.places());
            int stream = exposure.stream((int) (pair % exposure.places()));
            double distanceKm = Geodesic.distanceKm(
                    users.latitude(user), users.longitude(user), streams.latitude(stream), streams.longitude(stream));
            Features.compute(Viewer.of(user, catalog), streams, stream, distanceKm, row);
            for (int feature = 0; feature < row.length; feature++) {
                features[feature][sample] = row[feature];
            }
            probabilities[sample] = ClickBehaviour.probability(row);
            clicked.set(sample, clicks.chance(probabilities[sample]));
            sampleUsers[sample] = userCodes.code(user);
            sampleStreams[sample] = streamCodes.code(stream);
        }
        progress.done(size);
        return new Samples(
                userCodes.build(), streamCodes.build(), sampleUsers, sampleStreams, features, clicked, probabilities);
    }

    /// A new pair: the user times the number of places plus the stream's place.
    private long pair(FixedRandom random) {
        long all = (long) users.size() * exposure.places();
        long pair = 0;
        for (int attempt = 0; attempt < MOST_DRAWS; attempt++) {
            int user = random.below(users.size());
            pair = (long) user * exposure.places() + exposure.draw(user, random);
            if (taken.add(pair)) {
                return pair;
            }
        }
        if (taken.size() < all) {
            do {
                pair = (pair + 1) % all;
            } while (!taken.add(pair));
        }
        return pair;
    }

    /// Hands out codes to rows in the order of their first appearance.
    private static final class Codes {
        private final Identifiers ids;
        private final Identifiers.Builder used = new Identifiers.Builder();
        private final int[] codes;

        Codes(Identifiers ids) {
            this.ids = ids;
            codes = new int[ids.size()];
            Arrays.fill(codes, -1);
        }

        int code(int row) {
            if (codes[row] < 0) {
                codes[row] = used.size();
                used.add(ids.get(row));
            }
            return codes[row];
        }

        Identifiers build() {
            return used.build();
        }
    }
}
