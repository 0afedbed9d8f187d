// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The columns of the users or the streams of a catalog or of samples joined to it, ready to be filtered by and counted
/// over. Immutable; 1 byte a
/// row and column, 4 for cities when there are more than 256.
///
/// @param kind what the rows are of
/// @param catalog whose
/// @param linked the samples whose columns these are; empty for users and streams
/// @param columns in the order in which people see them
public record Facets(Kind kind, Catalog catalog, Optional<LinkedSamples> linked, List<Facet> columns) {
    /// Whether a stream is on the air: [#YES] or [#NO].
    public static final String LIVE = "live";

    /// Whether a creator is a partner.
    public static final String PARTNERED = "partnered";

    /// Whether a stream is marked mature.
    public static final String MATURE = "mature";

    /// A stream's category.
    public static final String CATEGORY = "category";

    /// The categories that a user prefers.
    public static final String LIKES = "likes";

    /// Language.
    public static final String LANGUAGE = "language";

    /// City.
    public static final String CITY = "city";

    /// Quality score, 0..10.
    public static final String QUALITY = "quality";

    /// Viewers on average.
    public static final String VIEWERS = "viewers";

    /// Current viewers, where they are known.
    public static final String NOW = "now";

    /// Followers of the creator.
    public static final String FOLLOWERS = "followers";

    /// Local preference strength, 0..1.
    public static final String PREFERENCE = "preference";

    /// Hours watched.
    public static final String HOURS = "hours";

    /// Degrees north.
    public static final String LATITUDE = "latitude";

    /// Degrees east.
    public static final String LONGITUDE = "longitude";

    /// Kilometres between the user and the stream of a sample.
    public static final String DISTANCE = "distance";

    /// Whether a sample's stream is nearer than 100 km.
    public static final String LOCAL = "local";

    /// Whether a sample's stream is nearer than 1,000 km.
    public static final String REGIONAL = "regional";

    /// Whether a sample's user and stream are of one city.
    public static final String SAME_CITY = "sameCity";

    /// Whether a sample's user and stream have one language.
    public static final String SAME_LANGUAGE = "sameLanguage";

    /// Whether a sample's user prefers the category of its stream.
    public static final String CATEGORY_MATCH = "categoryMatch";

    /// Whether a sample was clicked.
    public static final String CLICKED = "clicked";

    /// How likely a sample's click truly was, 0..1; only synthetic data know it.
    public static final String TRUE_CLICK = "trueClick";

    /// A flag that is set.
    public static final String YES = "yes";

    /// A flag that is not set.
    public static final String NO = "no";

    private static final List<String> FLAG = List.of(YES, NO);
    private static final Scale LATITUDES = Scale.of(-90, 90, false, false);
    private static final Scale LONGITUDES = Scale.of(-180, 180, false, false);

    public Facets {
        columns = List.copyOf(columns);
    }

    /// Sorts all rows into their bins, on all cores: about 0.2 µs a row of one core. Not for the JavaFX thread.
    public static Facets of(Kind kind, Catalog catalog) {
        return new Facets(
                kind,
                catalog,
                Optional.empty(),
                switch (kind) {
                    case USERS -> users(catalog);
                    case STREAMS -> streams(catalog);
                    case SAMPLES -> throw new IllegalArgumentException("samples are not in a catalog");
                });
    }

    /// The columns that samples have of their own, as their file has them; those of their users and streams are
    /// filtered by through the users and streams.
    ///
    /// @param catalog to which they are joined
    public static Facets of(LinkedSamples linked, Catalog catalog) {
        return new Facets(Kind.SAMPLES, catalog, Optional.of(linked), samples(linked.samples()));
    }

    private static List<Facet> samples(Samples samples) {
        int size = samples.size();
        List<Facet> columns = new ArrayList<>(List.of(
                WordFacet.of(CLICKED, size, FLAG, row -> samples.clicked(row) ? 0 : 1),
                number(DISTANCE, size, true, false, row -> samples.feature(row, Feature.DISTANCE_KM)),
                flag(LOCAL, samples, Feature.IS_LOCAL_MATCH),
                flag(REGIONAL, samples, Feature.IS_REGIONAL_MATCH),
                flag(SAME_CITY, samples, Feature.SAME_CITY),
                flag(SAME_LANGUAGE, samples, Feature.SAME_LANGUAGE),
                flag(CATEGORY_MATCH, samples, Feature.CATEGORY_MATCH)));
        if (samples.hasTrueClickProbabilities()) {
            columns.add(NumberFacet.of(TRUE_CLICK, size, Scale.of(0, 1, false, false), samples::trueClickProbability));
        }
        return columns;
    }

    private static Facet flag(String key, Samples samples, Feature feature) {
        return WordFacet.of(key, samples.size(), FLAG, row -> samples.feature(row, feature) == 0 ? 1 : 0);
    }

    /// How many rows they have.
    public int size() {
        return linked.isPresent() ? linked.get().size() : kind.size(catalog);
    }

    private static List<Facet> users(Catalog catalog) {
        Users users = catalog.users();
        int size = users.size();
        return List.of(
                new LikesFacet(LIKES, catalog.categories().names(), users),
                WordFacet.of(LANGUAGE, size, catalog.languages().names(), users::language),
                number(PREFERENCE, size, false, false, users::localPreferenceStrength),
                number(HOURS, size, false, false, users::totalWatchHours),
                WordFacet.of(CITY, size, catalog.cities().names(), users::city),
                NumberFacet.of(LATITUDE, size, LATITUDES, users::latitude),
                NumberFacet.of(LONGITUDE, size, LONGITUDES, users::longitude));
    }

    private static List<Facet> streams(Catalog catalog) {
        Streams streams = catalog.streams();
        int size = streams.size();
        int mostNow = IntStream.range(0, size)
                .parallel()
                .map(row -> Math.max(streams.viewersNow(row), streams.avgViewerCount(row)))
                .max()
                .orElse(0);
        return List.of(
                WordFacet.of(LIVE, size, FLAG, row -> streams.live(row) ? 0 : 1),
                WordFacet.of(CATEGORY, size, catalog.categories().names(), streams::category),
                WordFacet.of(LANGUAGE, size, catalog.languages().names(), streams::language),
                number(QUALITY, size, false, false, streams::qualityScore),
                number(VIEWERS, size, true, true, streams::avgViewerCount),
                NumberFacet.of(NOW, size, Scale.of(0, mostNow, true, true), row -> now(streams, row)),
                number(FOLLOWERS, size, true, true, streams::creatorFollowers),
                WordFacet.of(CITY, size, catalog.cities().names(), streams::city),
                WordFacet.of(PARTNERED, size, FLAG, row -> streams.partnered(row) ? 0 : 1),
                WordFacet.of(MATURE, size, FLAG, row -> streams.matureContent(row) ? 0 : 1),
                NumberFacet.of(LATITUDE, size, LATITUDES, streams::latitude),
                NumberFacet.of(LONGITUDE, size, LONGITUDES, streams::longitude));
    }

    private static double now(Streams streams, int row) {
        int now = streams.viewersNow(row);
        return now < 0 ? Double.NaN : now;
    }

    private static NumberFacet number(
            String key, int size, boolean logarithmic, boolean whole, IntToDoubleFunction value) {
        double least =
                IntStream.range(0, size).parallel().mapToDouble(value).min().orElse(0);
        double most =
                IntStream.range(0, size).parallel().mapToDouble(value).max().orElse(0);
        return NumberFacet.of(key, size, Scale.of(least, most, logarithmic, whole), value);
    }

    /// The columns of a catalog: these, brought up to date, when it has the same rows, else others. Changes cost their
    /// number and a copy of three columns. Samples stay what they are; they must be joined to the same rows.
    public Facets with(Catalog newer) {
        if (kind == Kind.SAMPLES) {
            return new Facets(kind, newer, linked, columns);
        }
        if (!newer.hasRowsOf(catalog)) {
            return of(kind, newer);
        }
        if (kind == Kind.USERS) {
            return new Facets(kind, newer, linked, columns);
        }
        Streams streams = newer.streams();
        Optional<List<Streams.Change>> changes = streams.changesSince(catalog.streams());
        return new Facets(
                kind,
                newer,
                linked,
                columns.stream()
                        .map(column -> followed(column, streams, changes.orElse(List.of())))
                        .toList());
    }

    private static Facet followed(Facet column, Streams streams, Collection<Streams.Change> changes) {
        if (changes.isEmpty()) {
            return column;
        }
        return switch (column) {
            case WordFacet words when words.key().equals(LIVE) -> words.with(row -> streams.live(row) ? 0 : 1, changes);
            case NumberFacet numbers
            when numbers.key().equals(VIEWERS) -> numbers.with(streams::avgViewerCount, changes);
            case NumberFacet numbers when numbers.key().equals(NOW) -> numbers.with(row -> now(streams, row), changes);
            default -> column;
        };
    }
}
