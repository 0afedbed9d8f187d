// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.data.DataFolder;
import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.geo.Geodesic;
import app.hometown.ranking.Ranker;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Every answer against what DuckDB's SQL says of the same files, on our own data and on another program's.
@SuppressWarnings("NullAway.Init")
@ParameterizedClass
@MethodSource("folders")
class QuestionsAgainstSqlTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final Map<Path, Subject> SUBJECTS = new HashMap<>();

    private final Path folder;
    private Subject subject;
    private Connection connection;

    QuestionsAgainstSqlTest(Path folder) {
        this.folder = folder;
    }

    static List<Path> folders() {
        return List.of(AskedData.OWN, AskedData.REFERENCE);
    }

    @BeforeEach
    void open() throws SQLException {
        // First, so that there is one to close where the data is not here and nothing is asked.
        connection = DriverManager.getConnection("jdbc:duckdb:");
        subject = SUBJECTS.computeIfAbsent(folder, AskedData::all);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private <A extends Answer> A answer(Question question, Class<A> kind) {
        return kind.cast(question.answer(subject, Progress.NONE));
    }

    /// The rows of a query; USERS, STREAMS and SAMPLES stand for the files.
    private List<List<Object>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql.replace("USERS", file(DataFolder.USERS))
                        .replace("STREAMS", file(DataFolder.STREAMS))
                        .replace("SAMPLES", file(DataFolder.TRAIN)))) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private String file(String name) {
        return "'" + folder.resolve(name) + "'";
    }

    private double number(String sql) throws SQLException {
        return ((Number) rows(sql).getFirst().getFirst()).doubleValue();
    }

    private static double number(Object cell) {
        return ((Number) cell).doubleValue();
    }

    @Test
    void citiesAreCounted() throws SQLException {
        counted(answer(Question.USER_CITIES, Answer.Counts.class), "USERS");
        counted(answer(Question.STREAM_CITIES, Answer.Counts.class), "STREAMS");
    }

    private void counted(Answer.Counts counts, String file) throws SQLException {
        assertThat(counts.counts().stream()
                        .map(count -> List.<Object>of(count.name(), count.count()))
                        .toList())
                .isEqualTo(rows("SELECT city, count(*) FROM " + file + " GROUP BY city ORDER BY count(*) DESC, city"));
        assertThat(counts.total()).isEqualTo((long) number("SELECT count(*) FROM " + file));
    }

    @Test
    void sharesOfCitiesAndLanguagesAreThoseOfBothFiles() throws SQLException {
        for (var asked : Map.of(Question.CITY_SHARES, "city", Question.LANGUAGES, "language")
                .entrySet()) {
            String column = asked.getValue();
            List<List<Object>> expected = rows(("SELECT coalesce(u.c, s.c), coalesce(u.n, 0), coalesce(s.n, 0) FROM "
                            + "(SELECT COLUMN c, count(*) n FROM USERS GROUP BY COLUMN) u FULL JOIN "
                            + "(SELECT COLUMN c, count(*) n FROM STREAMS GROUP BY COLUMN) s ON u.c = s.c ORDER BY 1")
                    .replace("COLUMN", column));
            assertThat(pairs(answer(asked.getKey(), Answer.Pairs.class))).isEqualTo(expected);
        }
    }

    private static List<List<Object>> pairs(Answer.Pairs pairs) {
        return pairs.pairs().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .map(pair -> List.<Object>of(pair.name(), pair.users(), pair.streams()))
                .toList();
    }

    @Test
    void categoriesAreThoseThatStreamsHaveAndUsersLike() throws SQLException {
        String names = "SELECT CAST(category_id AS VARCHAR) id, name FROM read_csv('"
                + folder.resolve(DataFolder.CATEGORIES) + "')";
        boolean named = folder.equals(AskedData.OWN);
        String name = named ? "(SELECT name FROM (" + names + ") WHERE id = k)" : "k";
        assertThat(pairs(answer(Question.CATEGORIES, Answer.Pairs.class)))
                .isEqualTo(rows("SELECT " + name + ", coalesce(l, 0), coalesce(n, 0) FROM "
                        + "(SELECT coalesce(u.k, s.k) k, u.n l, s.n n FROM "
                        + "(SELECT k, count(*) n FROM (SELECT DISTINCT user_id, CAST(unnest(preferred_categories) AS "
                        + "VARCHAR) k FROM USERS) GROUP BY k) u FULL JOIN (SELECT CAST(category_id AS VARCHAR) k, "
                        + "count(*) n FROM STREAMS GROUP BY 1) s ON u.k = s.k) ORDER BY 1"));
    }

    @Test
    void flagsOfStreamsAreCounted() throws SQLException {
        Answer.Counts flags = answer(Question.FLAGS, Answer.Counts.class);
        boolean known = !rows("SELECT name FROM parquet_schema(STREAMS) WHERE name = 'is_live'")
                .isEmpty();
        assertThat(flags.counts().stream().map(Answer.Count::count).toList())
                .containsExactly(
                        (long) number("SELECT " + (known ? "sum(CAST(is_live AS INT))" : "count(*)") + " FROM STREAMS"),
                        (long) number("SELECT sum(CAST(is_partnered AS INT)) FROM STREAMS"),
                        (long) number("SELECT sum(CAST(mature_content AS INT)) FROM STREAMS"));
    }

    @Test
    void numbersAreSpreadAsInTheFiles() throws SQLException {
        spread(answer(Question.QUALITY, Answer.Spread.class), "stream_quality_score", "STREAMS");
        spread(answer(Question.PREFERENCE, Answer.Spread.class), "local_preference_strength", "USERS");
        spread(answer(Question.HOURS, Answer.Spread.class), "total_watch_hours", "USERS");
        spread(answer(Question.LIKES, Answer.Spread.class), "len(list_distinct(preferred_categories))", "USERS");
        Answer.Distances distances = answer(Question.DISTANCE, Answer.Distances.class);
        spread(distances.spread(), "distance_km", "SAMPLES");
        assertThat(distances.local()).isEqualTo((long) number("SELECT count(*) FROM SAMPLES WHERE distance_km < 100"));
        assertThat(distances.regional())
                .isEqualTo((long) number("SELECT count(*) FROM SAMPLES WHERE distance_km < 1000"));
    }

    private void spread(Answer.Spread spread, String value, String file) throws SQLException {
        List<Object> expected = rows(("SELECT count(*), avg(V), min(V), quantile_cont(V, 0.25), median(V), "
                                + "quantile_cont(V, 0.75), max(V) FROM FILE")
                        .replace("V", value)
                        .replace("FILE", file))
                .getFirst();
        double[] found = {
            spread.count(),
            spread.mean(),
            spread.least(),
            spread.quarter(),
            spread.median(),
            spread.threeQuarters(),
            spread.largest()
        };
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(number(expected.get(i)), within(1e-9 * (1 + Math.abs(found[i]))));
        }
        for (int i = 0; i < spread.bins().size(); i++) {
            Bin bin = spread.bins().get(i);
            assertThat(bin.count()).isEqualTo((long) number("SELECT count(*) FROM " + file + " WHERE "
                    + between(
                            value,
                            bin.from(),
                            bin.to(),
                            i == 0,
                            i == spread.bins().size() - 1)));
        }
    }

    private static String between(String value, double from, double to, boolean first, boolean last) {
        return String.format(
                Locale.ROOT,
                "%s AND %s",
                first ? "true" : value + " >= CAST('" + from + "' AS DOUBLE)",
                last ? "true" : value + " < CAST('" + to + "' AS DOUBLE)");
    }

    @Test
    void clickRatesOfRangesAreThoseOfTheSamples() throws SQLException {
        Map<Question, String> columns = Map.of(
                Question.CLICKS_BY_DISTANCE, "distance_km",
                Question.CLICKS_BY_BAND, "distance_km",
                Question.WATCHED, "distance_km",
                Question.CLICKS_BY_PROXIMITY, "proximity_boost",
                Question.CLICKS_BY_QUALITY, "stream_quality_score");
        for (var asked : columns.entrySet()) {
            Answer.Rates rates = answer(asked.getKey(), Answer.Rates.class);
            for (Rate rate : rates.rates()) {
                rate(
                        rate,
                        asked.getValue(),
                        "true",
                        rate.from() == 0,
                        rate.to() == rates.rates().getLast().to());
            }
            assertThat(rates.rates().stream().mapToLong(Rate::count).sum())
                    .isEqualTo((long) number("SELECT count(*) FROM SAMPLES"));
            assertThat(rates.clicks()).isEqualTo((long) number("SELECT sum(CAST(clicked AS INT)) FROM SAMPLES"));
        }
    }

    private void rate(Rate rate, String column, String where, boolean first, boolean last) throws SQLException {
        List<Object> expected = rows("SELECT count(*), coalesce(sum(CAST(clicked AS INT)), 0), avg(" + column
                        + ") FROM SAMPLES WHERE " + where + " AND "
                        + between(column, rate.from(), rate.to(), first, last))
                .getFirst();
        assertThat(rate.count()).isEqualTo((long) number(expected.get(0)));
        assertThat(rate.clicks()).isEqualTo((long) number(expected.get(1)));
        if (rate.count() > 0) {
            assertThat(rate.mean()).isCloseTo(number(expected.get(2)), within(1e-6));
        }
    }

    @Test
    void clickRatesOfFlagsAreThoseOfTheSamples() throws SQLException {
        for (Question question :
                List.of(Question.CLICKS_BY_MATCH, Question.CLICKS_BY_FLAGS, Question.CLICKS_BY_RELATION)) {
            for (Rate rate : answer(question, Answer.Rates.class).rates()) {
                String column = rate.key().replace("not ", "");
                String set = rate.key().startsWith("not ") ? " = 0" : " <> 0";
                List<Object> expected = rows("SELECT count(*), coalesce(sum(CAST(clicked AS INT)), 0) FROM SAMPLES "
                                + "WHERE CAST(" + column + " AS INT)" + set)
                        .getFirst();
                assertThat(List.of(rate.count(), rate.clicks()))
                        .isEqualTo(expected.stream()
                                .map(cell -> (long) number(cell))
                                .toList());
            }
        }
    }

    @Test
    void nearAndFarAreToldApartByLevels() throws SQLException {
        levels(answer(Question.CLICKS_BY_PREFERENCE, Answer.NearAndFar.class), "user_local_preference");
        Answer.NearAndFar hours = answer(Question.CLICKS_BY_HOURS, Answer.NearAndFar.class);
        levels(hours, "user_total_watch_hours");
        List<Object> quarters = rows("SELECT quantile_cont(user_total_watch_hours, 0.25), "
                        + "quantile_cont(user_total_watch_hours, 0.5), quantile_cont(user_total_watch_hours, 0.75) "
                        + "FROM SAMPLES")
                .getFirst();
        for (int quarter = 0; quarter < 3; quarter++) {
            assertThat(hours.near().get(quarter).to()).isCloseTo(number(quarters.get(quarter)), CLOSE);
        }
    }

    private void levels(Answer.NearAndFar levels, String column) throws SQLException {
        for (int level = 0; level < levels.near().size(); level++) {
            boolean last = level == levels.near().size() - 1;
            rate(levels.near().get(level), column, "distance_km < 100", level == 0, last);
            rate(levels.far().get(level), column, "distance_km >= 100", level == 0, last);
        }
    }

    @Test
    void tailsAndTheirExponentsAreThoseOfTheStreams() throws SQLException {
        Map<Question, String> columns = Map.of(
                Question.QUALITY_TAIL, "stream_quality_score",
                Question.VIEWERS_TAIL, "avg_viewer_count",
                Question.FOLLOWERS_TAIL, "creator_followers");
        for (var asked : columns.entrySet()) {
            Answer.Tail tail = answer(asked.getKey(), Answer.Tail.class);
            String column = asked.getValue();
            for (Answer.Point point : tail.points()) {
                assertThat(point.share())
                        .isCloseTo(
                                number("SELECT count(*) FILTER (" + column + " >= CAST('" + point.value()
                                        + "' AS DOUBLE)) / count(*) FROM STREAMS"),
                                CLOSE);
            }
            PowerLaw law = tail.law().orElseThrow();
            double shift = column.equals("stream_quality_score") ? 0 : 0.5;
            double uncut = number("SELECT count(*) FROM STREAMS WHERE " + column + " >= " + law.least()
                    + (Double.isNaN(law.limit()) ? "" : " AND " + column + " < " + law.limit()));
            double logs = number("SELECT sum(ln(" + column + " / (" + law.least() + " - " + shift
                    + "))) FROM STREAMS WHERE " + column + " >= " + law.least());
            assertThat(law.exponent()).isCloseTo(1 + uncut / logs, within(1e-6));
            assertThat(law.count())
                    .isEqualTo((long) number("SELECT count(*) FROM STREAMS WHERE " + column + " >= " + law.least()));
        }
    }

    @Test
    void varietyIsTheExponentialOfTheEntropy() throws SQLException {
        Answer.Diversity diversity = answer(Question.DIVERSITY, Answer.Diversity.class);
        List<List<Object>> expected = rows("SELECT city, sum(n), exp(-sum(n / t * ln(n / t))), count(*) FROM (SELECT"
                + " city, k, count(*) n, sum(count(*)) OVER (PARTITION BY city) t FROM (SELECT DISTINCT user_id, city,"
                + " unnest(preferred_categories) k FROM USERS) GROUP BY city, k) GROUP BY city ORDER BY city");
        List<Answer.CityTaste> found = diversity.cities().stream()
                .sorted((a, b) -> a.city().compareTo(b.city()))
                .toList();
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).city()).isEqualTo(expected.get(i).get(0));
            assertThat((double) found.get(i).likes())
                    .isEqualTo(number(expected.get(i).get(1)));
            assertThat(found.get(i).effective())
                    .isCloseTo(number(expected.get(i).get(2)), CLOSE);
            assertThat((double) found.get(i).categories())
                    .isEqualTo(number(expected.get(i).get(3)));
            assertThat((double) found.get(i).languages())
                    .isEqualTo(number("SELECT count(DISTINCT language) FROM USERS WHERE city = '"
                            + found.get(i).city() + "'"));
        }
        assertThat(diversity.all().effective())
                .isCloseTo(
                        number("SELECT exp(-sum(n / t * ln(n / t))) FROM (SELECT count(*) n, sum(count(*)) OVER () t "
                                + "FROM (SELECT DISTINCT user_id, unnest(preferred_categories) k FROM USERS) "
                                + "GROUP BY k)"),
                        CLOSE);
    }

    @Test
    void correlationsAreThoseOfTheColumns() throws SQLException {
        Answer.Correlations correlations = answer(Question.CORRELATIONS, Answer.Correlations.class);
        List<String> columns = new ArrayList<>(Feature.columns());
        columns.add("clicked");
        String pairs = IntStream.range(0, columns.size() * columns.size())
                .mapToObj(cell -> "corr(CAST(" + columns.get(cell / columns.size()) + " AS DOUBLE), CAST("
                        + columns.get(cell % columns.size()) + " AS DOUBLE))")
                .collect(Collectors.joining(", "));
        List<Object> expected = rows("SELECT " + pairs + " FROM SAMPLES").getFirst();
        for (int cell = 0; cell < expected.size(); cell++) {
            double found = correlations.of(cell / columns.size(), cell % columns.size());
            if (expected.get(cell) == null || Double.isNaN(number(expected.get(cell)))) {
                assertThat(found).isNaN();
            } else {
                assertThat(found).isCloseTo(number(expected.get(cell)), within(1e-8));
            }
        }
    }

    @Test
    void candidatesAreCountedAsOneByOne() {
        Answer.Candidates candidates = answer(Question.CANDIDATES, Answer.Candidates.class);
        Catalog catalog = subject.catalog();
        long[] groups = new long[5];
        Map<String, Long> lacking = new HashMap<>();
        for (int user = 0; user < catalog.users().size(); user++) {
            int count = 0;
            for (int stream = 0; stream < catalog.streams().size(); stream++) {
                count += catalog.streams().live(stream)
                                && Geodesic.distanceKm(
                                                catalog.users().latitude(user),
                                                catalog.users().longitude(user),
                                                catalog.streams().latitude(stream),
                                                catalog.streams().longitude(stream))
                                        <= 250
                        ? 1
                        : 0;
            }
            groups[count >= 100 ? 4 : count >= 20 ? 3 : count >= 5 ? 2 : count >= 1 ? 1 : 0]++;
            if (count < 5) {
                lacking.merge(catalog.cities().name(catalog.users().city(user)), 1L, Long::sum);
            }
        }
        assertThat(candidates.groups().stream().mapToLong(Bin::count).toArray()).isEqualTo(groups);
        assertThat(candidates.lacking()).isEqualTo(groups[0] + groups[1]);
        assertThat(candidates.cities().stream()
                        .collect(Collectors.toMap(Answer.CityLack::city, Answer.CityLack::lacking)))
                .isEqualTo(lacking);
    }

    @Test
    void exposureIsHowOftenStreamsAreShown() throws SQLException {
        Answer.Exposure exposure = answer(Question.EXPOSURE, Answer.Exposure.class);
        // DuckDB's ntile makes the first groups larger, ours spreads the remainder: both sizes are multiples of ten
        // here.
        assertThat(exposure.streams() % 10).isZero();
        for (Answer.Showing showing : exposure.shares().subList(0, 2)) {
            String clicked = showing.way().equals(Answer.Showing.CLICKED) ? "WHERE CAST(clicked AS INT) = 1" : "";
            String counts =
                    "WITH s AS (SELECT row_number() OVER () r, * FROM STREAMS), c AS (SELECT stream_id, count(*) "
                            + "n FROM SAMPLES " + clicked + " GROUP BY stream_id), e AS (SELECT coalesce(n, 0) n, "
                            + "ntile(10) OVER (ORDER BY creator_followers, r) t FROM s LEFT JOIN c USING (stream_id)) ";
            assertThat(showing.tenths())
                    .isEqualTo(rows(counts + "SELECT sum(n) FROM e GROUP BY t ORDER BY t").stream()
                            .map(row -> (long) number(row.getFirst()))
                            .toList());
            // Half the mean difference of all pairs, relative to the mean.
            assertThat(showing.gini())
                    .isCloseTo(
                            number(counts + "SELECT sum(abs(a.n - b.n)) / (2 * count(*) * avg(a.n)) FROM e a, e b"),
                            CLOSE);
        }
        long[] top = new long[(int) exposure.streams()];
        var data = subject.session().requireData();
        for (int user = 0; user < data.catalog().users().size(); user++) {
            data.index()
                    .top(
                            data.catalog().user(user),
                            Ranker.basic(subject.session().scoring()),
                            exposure.k())
                    .entries()
                    .forEach(entry -> top[entry.row()]++);
        }
        Answer.Showing basic = exposure.shares().get(2);
        assertThat(basic.way()).isEqualTo(Answer.Showing.BASIC);
        assertThat(basic.total())
                .isEqualTo(IntStream.range(0, top.length).mapToLong(i -> top[i]).sum());
        assertThat(basic.gini())
                .isCloseTo(
                        ExposureCounts.gini(
                                IntStream.range(0, top.length)
                                        .map(i -> (int) top[i])
                                        .sorted()
                                        .toArray(),
                                basic.total()),
                        CLOSE);
    }
}
