// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.geo.Geodesic;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a card says of what is pointed at.
///
/// @param sign the symbol before the heading
/// @param heading the identifier or the name
/// @param lines what one wants to know, from top to bottom
/// @param basicRank the place in the list of the first ranker, usually basic, if it is there
/// @param mlRank the place in the list of the second, usually ml, if it is there
/// @param sides the two rankers
/// @param more what else lies there; "" for nothing
record HoverText(
        MapLegend.Sign sign,
        String heading,
        List<String> lines,
        OptionalInt basicRank,
        OptionalInt mlRank,
        MapSelection.Sides sides,
        String more) {
    HoverText {
        lines = List.copyOf(lines);
    }

    /// Of a user or a stream.
    ///
    /// @param catalog the data of its row
    /// @param picked the user whom distances are to and whose ranks are shown, if any
    static HoverText of(Pointed what, Catalog catalog, @Nullable MapSelection picked) {
        return what.user() ? user(what, catalog, picked) : stream(what, catalog, picked);
    }

    private static HoverText stream(Pointed what, Catalog catalog, @Nullable MapSelection picked) {
        Streams streams = catalog.streams();
        int row = what.row();
        List<String> lines = new ArrayList<>();
        add(lines, streams.title(row));
        add(
                lines,
                joined(
                        catalog.cities().name(streams.city(row)),
                        catalog.languages().name(streams.language(row)),
                        catalog.categoryName(catalog.categories().name(streams.category(row)))));
        String viewers = MapFurniture.text("hover.viewers", Formats.count(streams.avgViewerCount(row)));
        OptionalInt now = streams.currentViewers(row);
        add(
                lines,
                joined(
                        MapFurniture.text("hover.quality", Formats.decimals(streams.qualityScore(row), 2)),
                        viewers,
                        now.isPresent() ? MapFurniture.text("hover.now", Formats.count(now.getAsInt())) : ""));
        add(
                lines,
                joined(
                        MapFurniture.text(streams.live(row) ? "hover.live" : "hover.off"),
                        streams.partnered(row) ? Texts.text("stream.partnered") : "",
                        streams.matureContent(row) ? Texts.text("stream.mature") : ""));
        OptionalInt basic = OptionalInt.empty();
        OptionalInt ml = OptionalInt.empty();
        MapSelection.Sides sides = picked == null ? MapSelection.Sides.BASIC_AND_ML : picked.sides();
        if (picked != null) {
            add(lines, distance(picked, streams.latitude(row), streams.longitude(row)));
            for (MapSelection.Pin pin : picked.pins()) {
                if (pin.streamRow() == row) {
                    basic = pin.basicRank();
                    ml = pin.mlRank();
                }
            }
        }
        return new HoverText(MapLegend.Sign.STREAMS, streams.ids().get(row), lines, basic, ml, sides, more(what));
    }

    private static HoverText user(Pointed what, Catalog catalog, @Nullable MapSelection picked) {
        Users users = catalog.users();
        int row = what.row();
        List<String> lines = new ArrayList<>();
        add(
                lines,
                joined(
                        catalog.cities().name(users.city(row)),
                        catalog.languages().name(users.language(row))));
        String likes = IntStream.range(0, users.categoryCount(row))
                .mapToObj(n -> catalog.categoryName(catalog.categories().name(users.category(row, n))))
                .collect(Collectors.joining(", "));
        add(lines, likes.isEmpty() ? Texts.text("user.likes.nothing") : Texts.text("user.likes", likes));
        add(
                lines,
                joined(
                        Texts.text("user.preference", Formats.decimals(users.localPreferenceStrength(row), 2)),
                        Texts.text("user.hours", Formats.hours(users.totalWatchHours(row)))));
        String id = users.ids().get(row);
        if (picked != null && !picked.name().equals(id)) {
            add(lines, distance(picked, users.latitude(row), users.longitude(row)));
        } else if (picked != null) {
            double moved = Geodesic.distanceKm(
                    picked.latitude(), picked.longitude(), users.latitude(row), users.longitude(row));
            add(
                    lines,
                    moved > 0
                            ? MapFurniture.text("hover.moved", Formats.km(moved))
                            : MapFurniture.text("legend.picked"));
        }
        return new HoverText(
                MapLegend.Sign.USERS,
                id,
                lines,
                OptionalInt.empty(),
                OptionalInt.empty(),
                MapSelection.Sides.BASIC_AND_ML,
                more(what));
    }

    /// Of a city's totals.
    static HoverText of(CityTotals.City city) {
        return new HoverText(
                MapLegend.Sign.BOTH,
                city.name(),
                List.of(
                        MapFurniture.text("hover.city", Texts.counted("count.users", city.users())),
                        MapFurniture.text("hover.city", Texts.counted("count.streams", city.streams()))),
                OptionalInt.empty(),
                OptionalInt.empty(),
                MapSelection.Sides.BASIC_AND_ML,
                MapFurniture.text("hover.city.click"));
    }

    private static String distance(MapSelection picked, double latitude, double longitude) {
        double km = Geodesic.distanceKm(picked.latitude(), picked.longitude(), latitude, longitude);
        return MapFurniture.text("hover.distance", Formats.km(km), picked.name());
    }

    private static String more(Pointed what) {
        int more = what.moreUsers() + what.moreStreams();
        if (more == 0) {
            return "";
        }
        String users = Texts.counted("count.users", what.moreUsers());
        String streams = Texts.counted("count.streams", what.moreStreams());
        if (what.moreUsers() == 0) {
            return MapFurniture.text("hover.more", streams);
        }
        return what.moreStreams() == 0
                ? MapFurniture.text("hover.more", users)
                : MapFurniture.text("hover.more.both", Formats.count(more), users, streams);
    }

    private static void add(List<String> lines, String line) {
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
