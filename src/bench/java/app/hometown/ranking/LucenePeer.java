// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.SloppyMath;

/// The same request to Lucene: a distance query, or all documents for the whole world, and the formula as a function
/// score over doc values. One segment in a memory-mapped temporary folder, one thread.
///
/// Lucene measures on the sphere (haversine, up to 0.56 % off) and scores in single precision, so its scores are
/// compared with a tolerance.
final class LucenePeer implements AutoCloseable {
    private static final String PLACE = "place";
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";
    private static final String STATIC = "static";
    private static final String LANGUAGE = "language";
    private static final String CATEGORY = "category";

    private static final double BUFFER_MB = 256;

    private final Path folder;
    private final MMapDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LucenePeer(Catalog catalog) throws IOException {
        folder = Files.createTempDirectory("lucene-peer");
        directory = new MMapDirectory(folder);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MB))) {
            Streams streams = catalog.streams();
            for (int row = 0; row < streams.size(); row++) {
                if (streams.live(row)) {
                    writer.addDocument(document(streams, row));
                }
            }
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    private static Document document(Streams streams, int row) {
        Document document = new Document();
        double latitude = streams.latitude(row);
        double longitude = streams.longitude(row);
        document.add(new LatLonPoint(PLACE, latitude, longitude));
        document.add(new NumericDocValuesField(LATITUDE, GeoEncodingUtils.encodeLatitude(latitude)));
        document.add(new NumericDocValuesField(LONGITUDE, GeoEncodingUtils.encodeLongitude(longitude)));
        double points = Scorer.staticPoints(streams, Scoring.DEFAULT.base(), row);
        document.add(new NumericDocValuesField(STATIC, Double.doubleToRawLongBits(points)));
        document.add(new NumericDocValuesField(LANGUAGE, streams.language(row)));
        document.add(new NumericDocValuesField(CATEGORY, streams.category(row)));
        return document;
    }

    /// The best scores, descending, by the default scoring without a click model.
    float[] scores(Viewer viewer, Scoring scoring, int k) {
        Query within = scoring.radiusKm().isPresent()
                ? LatLonPoint.newDistanceQuery(
                        PLACE,
                        viewer.latitude(),
                        viewer.longitude(),
                        scoring.radiusKm().getAsDouble() * 1000)
                : MatchAllDocsQuery.INSTANCE;
        try {
            ScoreDoc[] best =
                    searcher.search(new FunctionScoreQuery(within, new Formula(viewer, scoring)), k).scoreDocs;
            float[] scores = new float[best.length];
            for (int i = 0; i < best.length; i++) {
                scores[i] = best[i].score;
            }
            return scores;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
        try (var files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }

    /// The score as a source of values.
    private static final class Formula extends DoubleValuesSource {
        private final Viewer viewer;
        private final Scoring scoring;

        Formula(Viewer viewer, Scoring scoring) {
            this.viewer = viewer;
            this.scoring = scoring;
        }

        @Override
        public DoubleValues getValues(LeafReaderContext context, DoubleValues scores) throws IOException {
            return new Scores(viewer, scoring, context);
        }

        @Override
        public boolean needsScores() {
            return false;
        }

        @Override
        public DoubleValuesSource rewrite(IndexSearcher searcher) {
            return this;
        }

        @Override
        public boolean isCacheable(LeafReaderContext context) {
            return false;
        }

        @Override
        public int hashCode() {
            return Objects.hash(viewer, scoring);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Formula formula && viewer == formula.viewer && scoring.equals(formula.scoring);
        }

        @Override
        public String toString() {
            return "the score for " + Arrays.asList(viewer, scoring);
        }
    }

    /// The scores of one segment.
    private static final class Scores extends DoubleValues {
        private final Viewer viewer;
        private final Scoring scoring;
        private final NumericDocValues latitudes;
        private final NumericDocValues longitudes;
        private final NumericDocValues statics;
        private final NumericDocValues languages;
        private final NumericDocValues categories;

        Scores(Viewer viewer, Scoring scoring, LeafReaderContext context) throws IOException {
            this.viewer = viewer;
            this.scoring = scoring;
            latitudes = context.reader().getNumericDocValues(LATITUDE);
            longitudes = context.reader().getNumericDocValues(LONGITUDE);
            statics = context.reader().getNumericDocValues(STATIC);
            languages = context.reader().getNumericDocValues(LANGUAGE);
            categories = context.reader().getNumericDocValues(CATEGORY);
        }

        @Override
        public double doubleValue() throws IOException {
            double km = SloppyMath.haversinMeters(
                            viewer.latitude(),
                            viewer.longitude(),
                            GeoEncodingUtils.decodeLatitude((int) latitudes.longValue()),
                            GeoEncodingUtils.decodeLongitude((int) longitudes.longValue()))
                    / 1000;
            Scoring.Base base = scoring.base();
            double points = Scorer.points(
                    Double.longBitsToDouble(statics.longValue()),
                    languages.longValue() == viewer.language() ? base.languageMatch() : 0,
                    viewer.prefers((int) categories.longValue()) ? base.categoryMatch() : 0);
            return scoring.weights().proximity() * Features.proximity(km) * (1 + viewer.localPreferenceStrength())
                    + scoring.weights().base() * points;
        }

        @Override
        public boolean advanceExact(int document) throws IOException {
            return latitudes.advanceExact(document)
                    && longitudes.advanceExact(document)
                    && statics.advanceExact(document)
                    && languages.advanceExact(document)
                    && categories.advanceExact(document);
        }
    }
}
