// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.Catalog;
import app.hometown.domain.Users;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.map.MapLegend;
import app.hometown.ui.map.Marks;
import app.hometown.ui.verdict.VerdictWords;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Grouping;
import app.hometown.workbench.verdict.Slice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.paint.Color;

/// The evaluated users on the map by the verdict on their city. Immutable; made in one pass over the users, on any
/// thread.
final class VerdictMarks implements UserMarks {
    /// The green is not that of users, which lie below.
    private static final List<Color> LIGHT = colours("#3f8f00", "#a8325a", "#b4d48f", "#dba9bb", "#8a929c");
    private static final List<Color> DARK = colours("#9be83a", "#ff7fa6", "#557a2a", "#8a4a5e", "#77828e");

    /// What is said of a city.
    private enum Place {
        /// Better, also when corrected for all cities.
        BETTER,
        WORSE,
        /// More in the mean, which may be chance.
        MORE,
        LESS,
        /// Too few users, or no difference at all.
        UNTOLD;

        static Place of(Slice slice) {
            double mean = slice.result().difference().estimate();
            return switch (slice.conclusion()) {
                case BETTER, MORE -> BETTER;
                case WORSE, LESS -> WORSE;
                case NO_EVIDENCE -> mean > 0 ? MORE : mean < 0 ? LESS : UNTOLD;
                case TOO_FEW, SAME_LISTS -> UNTOLD;
            };
        }
    }

    private final String title;
    private final BitSet evaluated;
    private final byte[] classes;
    private final int[] cities;

    private VerdictMarks(String title, BitSet evaluated, byte[] classes, int[] cities) {
        this.title = title;
        this.evaluated = evaluated;
        this.classes = classes;
        this.cities = cities;
    }

    /// @param rival the ranker that is held against the first
    static VerdictMarks of(Findings findings, String rival, Catalog catalog) {
        Map<String, Place> places = new HashMap<>();
        int[] cities = new int[Place.values().length];
        String first = "";
        for (Slice slice : findings.slices()) {
            if (slice.by() == Grouping.CITY && slice.second().equals(rival)) {
                Place place = Place.of(slice);
                places.put(slice.name(), place);
                cities[place.ordinal()]++;
                first = slice.first();
            }
        }
        Users users = catalog.users();
        BitSet evaluated = new BitSet(users.size());
        byte[] classes = new byte[users.size()];
        for (String id : findings.perUser().userIds()) {
            int row = users.ids().indexOf(id);
            if (row >= 0) {
                evaluated.set(row);
                classes[row] = (byte) places.getOrDefault(catalog.cities().name(users.city(row)), Place.UNTOLD)
                        .ordinal();
            }
        }
        return new VerdictMarks(
                Texts.text(
                        "evaluate.legend",
                        VerdictWords.ranker(rival),
                        VerdictWords.ranker(first),
                        VerdictWords.at(findings.measure(), findings.k())),
                evaluated,
                classes,
                cities);
    }

    private static List<Color> colours(String... css) {
        return List.of(css).stream().map(Color::web).toList();
    }

    @Override
    public Marks marks(BitSet left, boolean dark) {
        BitSet shown = (BitSet) evaluated.clone();
        shown.and(left);
        return new Marks(shown, classes, dark ? DARK : LIGHT, null);
    }

    @Override
    public List<MapLegend.Line> legend(boolean dark) {
        List<MapLegend.Line> lines = new ArrayList<>();
        lines.add(new MapLegend.Line(MapLegend.Sign.NONE, null, title));
        for (Place place : Place.values()) {
            if (cities[place.ordinal()] > 0) {
                lines.add(new MapLegend.Line(
                        MapLegend.Sign.USERS,
                        (dark ? DARK : LIGHT).get(place.ordinal()),
                        Texts.text(
                                "explore.found",
                                Texts.text("evaluate.legend." + place.name().toLowerCase(Locale.ROOT)),
                                Texts.counted("evaluate.cities", cities[place.ordinal()]))));
            }
        }
        return lines;
    }
}
