// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.data.NumberColumn.Values;
import app.hometown.domain.Feature;
import app.hometown.domain.Identifiers;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/// Samples as a Parquet file: the columns, what they may hold, reading and writing.
final class SamplesFile {
    private static final String USER_ID = "user_id";
    private static final String STREAM_ID = "stream_id";
    private static final String CLICKED = "clicked";
    private static final String TRUE_CLICK_PROBABILITY = "true_click_probability";

    private SamplesFile() {}

    /// What a feature column may hold: a number or a boolean, never below 0.
    private static Values values(Feature feature) {
        return switch (feature) {
            case DISTANCE_KM, USER_TOTAL_WATCH_HOURS, STREAM_AVG_VIEWERS, CREATOR_FOLLOWERS ->
                new Values("a number", 0, Double.MAX_VALUE, false, true);
            case PROXIMITY_BOOST, USER_LOCAL_PREFERENCE -> new Values("a number", 0, 1, false, true);
            case STREAM_QUALITY_SCORE -> new Values("a number", 0, 10, false, true);
            case IS_LOCAL_MATCH,
                    IS_REGIONAL_MATCH,
                    SAME_CITY,
                    SAME_LANGUAGE,
                    IS_PARTNERED,
                    MATURE_CONTENT,
                    CATEGORY_MATCH -> Values.FLAGS;
        };
    }

    /// Reads a file.
    static SampleFile read(Path path, Progress progress) {
        try (ParquetSource source = ParquetSource.open(path)) {
            IdColumn user = source.require(new IdColumn(USER_ID));
            IdColumn stream = source.require(new IdColumn(STREAM_ID));
            source.keyColumns(2);
            NumberColumn[] features = Arrays.stream(Feature.values())
                    .map(feature -> source.require(new NumberColumn(feature.column(), true, values(feature))))
                    .toArray(NumberColumn[]::new);
            NumberColumn clicked = source.require(new NumberColumn(CLICKED, true, Values.FLAGS));
            Optional<NumberColumn> probability =
                    source.findShown(new NumberColumn(TRUE_CLICK_PROBABILITY, false, Values.numbers(0, 1)));

            Collected collected = new Collected(capacity(path, source.totalRows()), probability.isPresent());
            progress.phase("reading samples", source.totalRows());
            for (int rows = source.next(progress); rows > 0; rows = source.next(progress)) {
                collected.add(source, rows, user, stream, features, clicked, probability);
            }
            if (probability.isPresent() && collected.probabilityMissing) {
                source.ignore(probability.get(), "not known for every row");
            }
            FileReport report = source.report();
            return new SampleFile(collected.samples(), report);
        }
    }

    private static int capacity(Path path, long rows) {
        if (rows > Integer.MAX_VALUE - 16) {
            throw new InputException(
                    path.toString(), "has " + rows + " rows, too many to train from", "Use a sample of it.");
        }
        return (int) rows;
    }

    /// The samples so far.
    private static final class Collected {
        private final Identifiers.Builder userIds = new Identifiers.Builder();
        private final Identifiers.Builder streamIds = new Identifiers.Builder();
        private int[] users;
        private int[] streams;
        private final double[][] features;
        private final BitSet clicked = new BitSet();
        private double[] probabilities;
        private boolean probabilityMissing;
        private final int[] kept = new int[Column.BATCH];
        private int size;

        Collected(int capacity, boolean withProbabilities) {
            // A damaged file can claim any number of rows, so arrays begin small and grow to what is really there.
            int first = Math.min(capacity, 1 << 16);
            users = new int[first];
            streams = new int[first];
            features = new double[Feature.COUNT][first];
            probabilities = new double[withProbabilities ? first : 0];
            probabilityMissing = !withProbabilities;
        }

        /// Adds the good rows of a batch, every column on a processor of its own.
        void add(
                ParquetSource source,
                int rows,
                IdColumn user,
                IdColumn stream,
                NumberColumn[] columns,
                NumberColumn label,
                Optional<NumberColumn> probability) {
            int count = 0;
            for (int row = 0; row < rows; row++) {
                if (source.good(row)) {
                    kept[count++] = row;
                }
            }
            int added = count;
            if (size + added > users.length) {
                resize(Math.clamp(size * 2L, size + added, Integer.MAX_VALUE - 16));
            }
            List<Runnable> work = new ArrayList<>();
            work.add(() -> user.codesIn(userIds, kept, added, users, size));
            work.add(() -> stream.codesIn(streamIds, kept, added, streams, size));
            for (int f = 0; f < columns.length; f++) {
                double[] feature = features[f];
                NumberColumn column = columns[f];
                work.add(() -> column.copy(kept, added, feature, size));
            }
            work.add(() -> {
                for (int n = 0; n < added; n++) {
                    clicked.set(size + n, label.flag(kept[n]));
                }
            });
            probability.ifPresent(column -> work.add(() -> {
                column.copy(kept, added, probabilities, size);
                for (int n = 0; n < added; n++) {
                    probabilityMissing |= Double.isNaN(probabilities[size + n]);
                }
            }));
            work.parallelStream().forEach(Runnable::run);
            size += added;
        }

        private void resize(int length) {
            users = Arrays.copyOf(users, length);
            streams = Arrays.copyOf(streams, length);
            for (int f = 0; f < features.length; f++) {
                features[f] = Arrays.copyOf(features[f], length);
            }
            if (probabilities.length > 0) {
                probabilities = Arrays.copyOf(probabilities, length);
            }
        }

        Samples samples() {
            resize(size);
            return new Samples(
                    userIds.build(),
                    streamIds.build(),
                    users,
                    streams,
                    features,
                    clicked,
                    probabilityMissing ? null : probabilities);
        }
    }

    /// Writes samples. Flags and counts are int32 as long as all of them are whole numbers.
    static void write(OutputStream out, Samples samples, Progress progress) throws IOException {
        Feature[] features = Feature.values();
        boolean[] whole = new boolean[features.length];
        List<Type> schema = new ArrayList<>(List.of(Schema.text(USER_ID), Schema.text(STREAM_ID)));
        for (Feature feature : features) {
            boolean integers = wholeByNature(feature) && isWhole(samples, feature);
            whole[feature.ordinal()] = integers;
            schema.add(integers ? Schema.count(feature.column()) : Schema.number(feature.column()));
        }
        schema.add(Schema.count(CLICKED));
        if (samples.hasTrueClickProbabilities()) {
            schema.add(Schema.number(TRUE_CLICK_PROBABILITY));
        }
        Binary[] userIds = texts(samples.userIds());
        Binary[] streamIds = texts(samples.streamIds());
        progress.phase("writing samples", samples.size());
        ParquetSink.write(out, new MessageType("samples", schema), samples.size(), progress, (row, to) -> {
            to.text(userIds[samples.user(row)]);
            to.text(streamIds[samples.stream(row)]);
            for (Feature feature : features) {
                double value = samples.feature(row, feature);
                if (whole[feature.ordinal()]) {
                    to.count((int) value);
                } else {
                    to.number(value);
                }
            }
            to.count(samples.clicked(row) ? 1 : 0);
            if (samples.hasTrueClickProbabilities()) {
                to.number(samples.trueClickProbability(row));
            }
        });
    }

    private static Binary[] texts(Identifiers ids) {
        Binary[] texts = new Binary[ids.size()];
        Arrays.setAll(texts, row -> Binary.fromString(ids.get(row)));
        return texts;
    }

    private static boolean wholeByNature(Feature feature) {
        return values(feature).whole() || feature == Feature.STREAM_AVG_VIEWERS || feature == Feature.CREATOR_FOLLOWERS;
    }

    private static boolean isWhole(Samples samples, Feature feature) {
        for (int row = 0; row < samples.size(); row++) {
            double value = samples.feature(row, feature);
            if (value != (int) value) {
                return false;
            }
        }
        return true;
    }
}
