// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.data.DataFolder;
import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.workbench.columns.PlotQuestion.Measure;
import app.hometown.workbench.columns.PlotQuestion.Shape;
import app.hometown.workbench.explore.Brushable;
import app.hometown.workbench.explore.Chosen;
import app.hometown.workbench.explore.Facets;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Left;
import app.hometown.workbench.explore.LeftRows;
import app.hometown.workbench.explore.LinkedSamples;
import app.hometown.workbench.explore.Range;
import app.hometown.workbench.explore.Sieve;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What questions of one's own come to, against DuckDB on the same files.
class PlotAnswerDuckDbTest {
    @TempDir
    private static Path folder;

    private static Connection duck;
    private static Catalog catalog;
    private static LinkedSamples linked;
    private static ColumnCatalog columns;

    @BeforeAll
    static void write() throws SQLException {
        Generated made = Generator.generate(new GeneratorOptions(900, 700, 20_000, 5), Progress.NONE);
        DataFolder.write(folder, made.catalog(), Optional.of(made.train()), Optional.empty(), Progress.NONE);
        DataFolder open = DataFolder.open(folder, Progress.NONE);
        catalog = open.catalog();
        linked = LinkedSamples.of(
                DataFolder.samples(folder.resolve(DataFolder.TRAIN), Progress.NONE)
                        .samples(),
                catalog,
                Progress.NONE);
        columns = new ColumnCatalog(catalog, Optional.of(linked));
        duck = DriverManager.getConnection("jdbc:duckdb:");
        for (String table : List.of("users", "streams", "hometown_train")) {
            run("CREATE VIEW " + table + " AS SELECT * FROM '" + folder.resolve(table + ".parquet") + "'");
        }
        run("CREATE VIEW pairs AS SELECT h.*, u.city AS user_city, u.language AS user_language,"
                + " s.category_id, s.is_live, s.city AS stream_city FROM hometown_train h"
                + " JOIN users u USING (user_id) JOIN streams s USING (stream_id)");
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    private static void run(String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    /// By the first column, as text, the numbers of the others.
    private static Map<String, double[]> query(String sql) throws SQLException {
        Map<String, double[]> rows = new LinkedHashMap<>();
        try (Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                double[] numbers = new double[width - 1];
                for (int at = 2; at <= width; at++) {
                    numbers[at - 2] = result.getDouble(at);
                }
                rows.put(result.getString(1), numbers);
            }
        }
        return rows;
    }

    private static <T> T of(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static PlotQuestion question(Kind of, ColumnKey x, Measure measure, ColumnKey y) {
        return new PlotQuestion(of, x, measure, y, null, null, 40, Shape.SENSIBLE, true);
    }

    private static ColumnKey user(String key) {
        return new ColumnKey(Kind.USERS, key);
    }

    private static ColumnKey stream(String key) {
        return new ColumnKey(Kind.STREAMS, key);
    }

    private static ColumnKey sample(String key) {
        return new ColumnKey(Kind.SAMPLES, key);
    }

    private static PlotAnswer all(PlotQuestion asked) {
        return PlotAnswer.of(asked, columns, LeftRows.all(catalog, Optional.of(linked)), Progress.NONE);
    }

    /// The cells of an answer with one facet and colour, by word.
    private static Map<String, PlotAnswer.Cell> byWord(PlotAnswer answer) {
        Map<String, PlotAnswer.Cell> cells = new TreeMap<>();
        Dimension.OfWords words = (Dimension.OfWords) answer.x().orElseThrow();
        for (int at = 0; at < words.words().size(); at++) {
            cells.put(words.words().get(at), answer.cell(0, 0, 0, at));
        }
        return cells;
    }

    @Test
    void countsAndMediansByWord() throws SQLException {
        Map<String, double[]> expected =
                query("SELECT city, count(*), median(stream_quality_score) FROM streams GROUP BY 1 ORDER BY 2 DESC, 1");
        PlotAnswer counts = all(PlotQuestion.first(Kind.STREAMS).withX(stream(Facets.CITY)));
        Map<String, PlotAnswer.Cell> counted = byWord(counts);
        Map<String, PlotAnswer.Cell> medians =
                byWord(all(question(Kind.STREAMS, stream(Facets.CITY), Measure.MEDIAN, stream(Facets.QUALITY))));
        assertThat(counted.keySet()).isEqualTo(new java.util.TreeSet<>(expected.keySet()));
        expected.forEach((city, numbers) -> {
            assertThat(of(counted, city).value()).as(city).isEqualTo(numbers[0]);
            assertThat(of(medians, city).value()).as(city).isCloseTo(numbers[1], within(1e-9));
        });
        assertThat(((Dimension.OfWords) counts.x().orElseThrow()).words())
                .as("the most frequent first")
                .containsExactlyElementsOf(expected.keySet());
    }

    @Test
    void meansSumsAndTheirIntervals() throws SQLException {
        Map<String, double[]> expected = query("SELECT language, avg(total_watch_hours), sum(total_watch_hours),"
                + " stddev_samp(total_watch_hours) / sqrt(count(*)) FROM users GROUP BY 1");
        var means = byWord(all(question(Kind.USERS, user(Facets.LANGUAGE), Measure.MEAN, user(Facets.HOURS))));
        var sums = byWord(all(question(Kind.USERS, user(Facets.LANGUAGE), Measure.SUM, user(Facets.HOURS))));
        expected.forEach((language, numbers) -> {
            PlotAnswer.Cell mean = of(means, language);
            assertThat(mean.value()).isCloseTo(numbers[0], within(1e-9));
            assertThat(of(sums, language).value()).isCloseTo(numbers[1], within(1e-6));
            assertThat(mean.high() - mean.low()).isCloseTo(2 * 1.959963984540054 * numbers[2], within(1e-9));
        });
    }

    @Test
    void ratesOverLogarithmicRangesOfTheJoin() throws SQLException {
        PlotAnswer answer = all(question(Kind.SAMPLES, sample(Facets.DISTANCE), Measure.RATE, sample(Facets.CLICKED)));
        Dimension.OfNumbers ranges = (Dimension.OfNumbers) answer.x().orElseThrow();
        long counted = 0;
        for (int at = 0; at < ranges.size(); at++) {
            String last = at == ranges.size() - 1 ? "<=" : "<";
            double[] expected = of(
                    query("SELECT 'all', count(*), avg(clicked) FROM pairs WHERE distance_km >= " + ranges.edges()[at]
                            + " AND distance_km " + last + " " + ranges.edges()[at + 1]),
                    "all");
            PlotAnswer.Cell cell = answer.cell(0, 0, 0, at);
            assertThat(cell.count()).isEqualTo((long) expected[0]);
            if (cell.count() > 0) {
                assertThat(cell.value()).isCloseTo(expected[1], within(1e-12));
                assertThat(cell.low()).isLessThanOrEqualTo(cell.value());
                assertThat(cell.high()).isGreaterThanOrEqualTo(cell.value());
            }
            counted += cell.count();
        }
        assertThat(counted + answer.lost()).isEqualTo(20_000);
    }

    @Test
    void facetsAndColoursOfSharesOverTheJoin() throws SQLException {
        PlotAnswer answer = all(new PlotQuestion(
                Kind.SAMPLES,
                stream(Facets.CATEGORY),
                Measure.SHARE,
                null,
                sample(Facets.CLICKED),
                user(Facets.LANGUAGE),
                40,
                Shape.BARS,
                true));
        Map<String, double[]> expected =
                query("SELECT user_language || '/' || clicked || '/' || category_id, count(*) / sum(count(*))"
                        + " OVER (PARTITION BY user_language, category_id) FROM pairs"
                        + " GROUP BY user_language, clicked, category_id");
        Dimension.OfWords facets = (Dimension.OfWords) answer.facet().orElseThrow();
        Dimension.OfWords categories = (Dimension.OfWords) answer.x().orElseThrow();
        int checked = 0;
        for (int facet = 0; facet < facets.words().size(); facet++) {
            for (int clicked = 0; clicked < 2; clicked++) {
                for (int at = 0; at < categories.words().size(); at++) {
                    double[] one = expected.get(facets.words().get(facet) + "/" + (1 - clicked) + "/"
                            + categories.words().get(at));
                    PlotAnswer.Cell cell = answer.cell(facet, clicked, 0, at);
                    assertThat(cell.count() == 0).isEqualTo(one == null);
                    if (one != null) {
                        assertThat(cell.value()).isCloseTo(one[0], within(1e-12));
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(100);
    }

    @Test
    void boxesAreQuartiles() throws SQLException {
        var boxes =
                byWord(all(question(Kind.STREAMS, stream(Facets.PARTNERED), Measure.ROWS, stream(Facets.FOLLOWERS))));
        Map<String, double[]> expected = query("SELECT CASE WHEN is_partnered THEN 'yes' ELSE 'no' END,"
                + " quantile_cont(creator_followers, 0.25), quantile_cont(creator_followers, 0.5),"
                + " quantile_cont(creator_followers, 0.75), min(creator_followers), max(creator_followers)"
                + " FROM streams GROUP BY 1");
        assertThat(expected).hasSize(2);
        expected.forEach((word, numbers) -> {
            PlotAnswer.Cell box = of(boxes, word);
            assertThat(new double[] {box.low(), box.value(), box.high(), box.least(), box.most()})
                    .containsExactly(numbers, within(1e-9));
        });
    }

    @Test
    void rowsOfSeveralWordsCountForEach() throws SQLException {
        var likes = byWord(all(PlotQuestion.first(Kind.USERS).withX(user(Facets.LIKES))));
        Map<String, double[]> expected =
                query("SELECT c, count(*) FROM (SELECT unnest(preferred_categories) AS c FROM users) GROUP BY 1");
        assertThat(likes.keySet()).isEqualTo(new java.util.TreeSet<>(expected.keySet()));
        expected.forEach((word, count) -> assertThat(of(likes, word).value()).isEqualTo(count[0]));
    }

    @Test
    void densityHasEveryRowOnce() {
        PlotAnswer answer = all(question(Kind.SAMPLES, user(Facets.PREFERENCE), Measure.ROWS, stream(Facets.QUALITY)));
        assertThat(answer.shape()).isEqualTo(Shape.DENSITY);
        assertThat(answer.cells().stream().mapToLong(PlotAnswer.Cell::count).sum() + answer.lost())
                .isEqualTo(20_000);
    }

    @Test
    void samplesFollowTheirUsersAndStreamsButNotWhoIsOnTheAir() throws SQLException {
        Filter users = Filter.NONE.withRange(Facets.HOURS, new Range(50, 150));
        Filter streams = Filter.LIVE.withWords(Facets.LANGUAGE, Set.of("en", "ja"));
        Filter samples = Filter.NONE.withWords(Facets.CLICKED, Set.of(Facets.YES));
        Chosen chosen = chosen(users, streams, samples);
        double[] expected = of(
                query("SELECT 'all', count(*) FROM hometown_train h JOIN users u USING (user_id) JOIN streams s"
                        + " USING (stream_id) WHERE u.total_watch_hours BETWEEN 50 AND 150 AND s.language IN"
                        + " ('en', 'ja') AND clicked = 1"),
                "all");
        assertThat(chosen.rows().samples().cardinality())
                .isEqualTo((int) expected[0])
                .isPositive();
        double[] but = of(
                query("SELECT 'all', count(*) FROM hometown_train h"
                        + " JOIN users u USING (user_id) JOIN streams s USING (stream_id)"
                        + " WHERE s.language IN ('en', 'ja')"),
                "all");
        LeftRows free = chosen.but(
                List.of(Brushable.numbers(Kind.USERS, Facets.HOURS), Brushable.numbers(Kind.SAMPLES, Facets.CLICKED)),
                Progress.NONE);
        assertThat(free.samples().cardinality()).isEqualTo((int) but[0]);
        assertThat(free.users().cardinality()).isEqualTo(900);
        assertThat(chosen.but(List.of(), Progress.NONE).samples())
                .isEqualTo(chosen.rows().samples());
    }

    private static Chosen chosen(Filter users, Filter streams, Filter samples) {
        Left ofUsers = new Sieve().left(Facets.of(Kind.USERS, catalog), users, Progress.NONE);
        Left ofStreams = new Sieve().left(Facets.of(Kind.STREAMS, catalog), streams, Progress.NONE);
        Sieve sieve = new Sieve();
        Facets facets = Facets.of(linked, catalog);
        sieve.left(facets, Filter.NONE, ofUsers, ofStreams, Progress.NONE);
        return new Chosen(
                ofUsers, ofStreams, Optional.of(sieve.left(facets, samples, ofUsers, ofStreams, Progress.NONE)));
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheColumn() {
        assertThatThrownBy(() -> all(question(Kind.STREAMS, stream(Facets.CITY), Measure.RATE, stream(Facets.QUALITY))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("streams.quality");
        assertThatThrownBy(() -> all(PlotQuestion.first(Kind.USERS).withX(stream(Facets.QUALITY))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("streams.quality");
    }

    @Test
    void questionsAreKeptAsWords() {
        PlotQuestion asked = PlotQuestion.first(Kind.SAMPLES)
                .colouredBy(user(Facets.LANGUAGE))
                .shaped(Shape.HEAT);
        assertThat(PlotQuestion.ofWords(asked.words())).contains(asked);
        assertThat(PlotQuestion.ofWords(Map.of("of", "HOUSES"))).isEmpty();
    }
}
