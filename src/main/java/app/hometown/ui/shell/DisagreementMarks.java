// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.compare.DisagreementModel;
import app.hometown.ui.compare.RankerWords;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.map.MapLegend;
import app.hometown.ui.map.Marks;
import app.hometown.workbench.compare.Disagreement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.scene.paint.Color;

/// Users on the map by how much the lists of two rankers differ for them: those with the same lists not at all, the
/// others in classes of disagreement. Immutable; made in one pass over the users, on any thread.
final class DisagreementMarks implements UserMarks {
    /// The upper ends of the classes but the last.
    private static final double[] CUTS = {0.05, 0.15, 0.3, 0.5};

    private static final List<Color> LIGHT = colours("#f0b35a", "#e5834b", "#cf4f57", "#9c2f6e", "#561f63");
    private static final List<Color> DARK = colours("#7a4a8c", "#ad528a", "#d96a72", "#f29d5e", "#fde27a");

    private final String first;
    private final String second;
    private final BitSet differing;
    private final byte[] classes;
    private final int[] counts;

    private DisagreementMarks(String first, String second, BitSet differing, byte[] classes, int[] counts) {
        this.first = first;
        this.second = second;
        this.differing = differing;
        this.classes = classes;
        this.counts = counts;
    }

    static DisagreementMarks of(Disagreement found, DisagreementModel.Pair pair) {
        BitSet differing = new BitSet(found.users());
        byte[] classes = new byte[found.users()];
        int[] counts = new int[CUTS.length + 1];
        for (int user = 0; user < found.users(); user++) {
            if (!found.identical(user)) {
                differing.set(user);
                classes[user] = classOf(found.score(user));
                counts[classes[user]]++;
            }
        }
        return new DisagreementMarks(
                RankerWords.name(pair.first()), RankerWords.name(pair.second()), differing, classes, counts);
    }

    private static byte classOf(double score) {
        byte at = 0;
        while (at < CUTS.length && score > CUTS[at]) {
            at++;
        }
        return at;
    }

    private static List<Color> colours(String... css) {
        return List.of(css).stream().map(Color::web).toList();
    }

    @Override
    public Marks marks(BitSet left, boolean dark) {
        BitSet shown = (BitSet) differing.clone();
        shown.and(left);
        return new Marks(shown, classes, dark ? DARK : LIGHT, null);
    }

    @Override
    public List<MapLegend.Line> legend(boolean dark) {
        List<MapLegend.Line> lines = new ArrayList<>();
        lines.add(new MapLegend.Line(MapLegend.Sign.NONE, null, Texts.text("differ.legend", first, second)));
        for (int at = 0; at < counts.length; at++) {
            String range = at == CUTS.length
                    ? Texts.text("hue.from", Formats.decimals(CUTS[at - 1], 2))
                    : Texts.text(
                            "hue.between",
                            Formats.decimals(at == 0 ? 0 : CUTS[at - 1], 2),
                            Formats.decimals(CUTS[at], 2));
            lines.add(new MapLegend.Line(
                    MapLegend.Sign.USERS,
                    (dark ? DARK : LIGHT).get(at),
                    Texts.text("explore.found", range, Formats.count(counts[at]))));
        }
        return lines;
    }
}
