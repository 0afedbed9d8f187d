// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.learning.RowChunks;
import app.hometown.statistics.FixedRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Draws streams, chunks of them on all processors.
final class StreamSection {
    private final World world;
    private final StreamText text;
    private final long seed;
    private final int size;
    private final double[] latitudes;
    private final double[] longitudes;
    private final byte[] cities;
    private final byte[] languages;
    private final byte[] categories;
    private final double[] qualities;
    private final int[] viewers;
    private final int[] followers;
    private final int[] viewersNow;
    private final boolean[] partnered;
    private final boolean[] mature;
    private final boolean[] live;
    private final String[] titles;
    private final List<String>[] tags;
    private final String[] creators;

    @SuppressWarnings({"unchecked", "rawtypes"})
    StreamSection(World world, GeneratorOptions options) {
        this.world = world;
        text = new StreamText(world.languages().names());
        seed = options.seed();
        size = options.streams();
        latitudes = new double[size];
        longitudes = new double[size];
        cities = new byte[size];
        languages = new byte[size];
        categories = new byte[size];
        qualities = new double[size];
        viewers = new int[size];
        followers = new int[size];
        viewersNow = new int[size];
        partnered = new boolean[size];
        mature = new boolean[size];
        live = new boolean[size];
        titles = new String[size];
        tags = new List[size];
        creators = new String[size];
    }

    Streams draw(Progress progress) {
        progress.phase("generating streams", size);
        Weighted stages = City.streams();
        RowChunks.forEach(size, progress, 0, (chunk, from, to) -> {
            FixedRandom random = new FixedRandom(seed, Section.STREAMS.sequence());
            RowIds creatorIds = new RowIds("creator_");
            for (int row = from; row < to; row++) {
                random.at(row);
                draw(row, stages.draw(random), random);
                creators[row] = creatorIds.get(row);
            }
        });
        return collect(progress);
    }

    private void draw(int row, int city, FixedRandom random) {
        double spread = world.spread(random);
        cities[row] = (byte) city;
        latitudes[row] = world.latitude(city, spread, random);
        longitudes[row] = world.longitude(city, spread, random);
        languages[row] = (byte) world.language(city, random);
        categories[row] = (byte) world.category(city, random);
        double quality = World.rounded(Math.min(random.lomax(1.2), 10.0), 1e4);
        qualities[row] = quality;
        viewers[row] = whole(random.exponential(100.0) * quality, 1, 10_000);
        followers[row] = whole(random.exponential(1000.0) * quality, 10, 100_000);
        partnered[row] = random.chance(0.3);
        mature[row] = random.chance(0.2);
        live[row] = random.chance(0.9);
        double busyness = StrictMath.exp(0.3 * random.normal());
        viewersNow[row] = live[row] ? whole(viewers[row] * busyness, 0, 100_000) : 0;
        titles[row] = text.title(city, categories[row], random);
        tags[row] = text.tags(languages[row], random);
    }

    private static int whole(double value, int least, int most) {
        return (int) Math.clamp(StrictMath.rint(value), least, most);
    }

    private Streams collect(Progress progress) {
        progress.phase("collecting streams", size);
        Streams.Builder streams = new Streams.Builder();
        RowIds ids = new RowIds("stream_");
        for (int row = 0; row < size; row++) {
            if (row % Generator.ROWS_PER_STEP == 0) {
                progress.done(row);
            }
            ids.add(streams.ids(), row);
            streams.add(
                    latitudes[row],
                    longitudes[row],
                    cities[row],
                    languages[row],
                    categories[row],
                    qualities[row],
                    viewers[row],
                    followers[row],
                    partnered[row],
                    mature[row],
                    live[row],
                    viewersNow[row]);
        }
        progress.done(size);
        streams.labels(new Streams.Labels(
                Collections.unmodifiableList(Arrays.asList(titles)),
                Collections.unmodifiableList(Arrays.asList(tags)),
                Collections.unmodifiableList(Arrays.asList(creators))));
        return streams.build();
    }
}
