// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.Catalog;
import app.hometown.ui.explore.ClassColours;
import app.hometown.ui.explore.Shown;
import app.hometown.ui.explore.Words;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.map.MapLayer;
import app.hometown.ui.map.MapLegend;
import app.hometown.ui.map.MapPane;
import app.hometown.ui.map.Marks;
import app.hometown.workbench.explore.Colouring;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.Hue;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Left;
import app.hometown.workbench.explore.Sizing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Puts on the map, and into its legend, what filters leave and how it looks.
final class MapMarks {
    private final MapPane map;
    private @Nullable MapLegend last;
    private @Nullable UserMarks differing;

    MapMarks(MapPane map) {
        this.map = map;
    }

    /// Takes for whom rankers differ; shown from the next time on.
    void differ(@Nullable UserMarks marks) {
        differing = marks;
    }

    /// Whether it has taken somebody.
    boolean knowsDifferences() {
        return differing != null;
    }

    void show(@Nullable Shown shown, boolean dark) {
        if (shown == null) {
            return;
        }
        List<Color> palette = ClassColours.of(shown.colouring(), dark);
        map.showUsers(marks(shown, Kind.USERS, palette));
        map.showStreams(marks(shown, Kind.STREAMS, palette));
        UserMarks differ = map.layers().get().shows(MapLayer.DISAGREEMENT) ? differing : null;
        map.showDiffering(
                differ == null ? Marks.NONE : differ.marks(shown.users().rows(), dark));
        MapLegend legend = legend(shown, palette, differ == null ? List.of() : differ.legend(dark));
        if (!legend.equals(last)) {
            last = legend;
            map.explain(legend);
        }
    }

    private static Marks marks(Shown shown, Kind kind, List<Color> palette) {
        Left left = shown.left(kind);
        Shown.Look look = shown.look(kind);
        // What the map shows by itself needs no telling row by row.
        BitSet rows = left.filter().equals(Filter.first(kind)) ? null : left.rows();
        return new Marks(rows, look.classes(), look.classes() == null ? List.of() : palette, look.sizes());
    }

    private static MapLegend legend(Shown shown, List<Color> palette, List<MapLegend.Line> more) {
        List<MapLegend.Line> lines = new ArrayList<>();
        lines.add(new MapLegend.Line(
                MapLegend.Sign.USERS,
                shown.ofUsers().classes() == null ? null : Color.GRAY,
                count(shown.users(), "count.users")));
        boolean live = shown.streams().filter().equals(Filter.LIVE);
        lines.add(new MapLegend.Line(
                MapLegend.Sign.STREAMS,
                shown.ofStreams().classes() == null ? null : Color.GRAY,
                live ? Texts.counted("count.live", shown.streams().count()) : count(shown.streams(), "count.streams")));
        Hue hue = shown.colouring().hue();
        if (hue != Hue.NONE) {
            lines.add(new MapLegend.Line(MapLegend.Sign.NONE, null, capital(Words.hue(hue))));
            Catalog catalog = shown.users().facets().catalog();
            for (int at = 0; at < palette.size(); at++) {
                Colouring.Held held = shown.colouring().held().get(at);
                int count = count(shown.ofUsers(), at) + count(shown.ofStreams(), at);
                lines.add(new MapLegend.Line(
                        hue.has(Kind.USERS) ? MapLegend.Sign.BOTH : MapLegend.Sign.STREAMS,
                        palette.get(at),
                        Texts.text("explore.found", Words.held(hue, held, catalog), Formats.count(count))));
            }
        }
        Sizing sizing = shown.sizing();
        double[] cuts = sizing.cuts();
        if (cuts.length > 0) {
            String by = Texts.text("size." + sizing.by().name().toLowerCase(Locale.ROOT));
            lines.add(new MapLegend.Line(
                    MapLegend.Sign.NONE,
                    null,
                    Texts.text("legend.larger", Formats.number(cuts[cuts.length - 1], 0), by)));
        }
        lines.addAll(more);
        return new MapLegend(lines);
    }

    private static int count(Shown.Look look, int at) {
        return at < look.counts().length ? look.counts()[at] : 0;
    }

    private static String count(Left left, String key) {
        return left.count() == left.size()
                ? Texts.counted(key, left.size())
                : Texts.text("filter.left", Formats.count(left.count()), Texts.counted(key, left.size()));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.getDefault()) + text.substring(1);
    }
}
