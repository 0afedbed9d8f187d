// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.statistics.PairedDifference;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Tiles;
import app.hometown.workbench.verdict.Duel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// The numbers of a comparison that one reads first. They follow the slider: tiles are made once, since new ones would
/// have to be styled at every step.
final class DuelTiles extends StackPane {
    private List<Tile> shown = List.of();
    private Tiles tiles = new Tiles();

    private record Tile(String key, String value, String note) {}

    void show(Duel duel) {
        List<Tile> next = of(duel);
        if (shown.isEmpty()) {
            next.forEach(tile -> tiles.add(tile.key, tile.value, tile.note));
            getChildren().setAll(tiles);
        }
        for (int i = 0; i < shown.size(); i++) {
            if (!next.get(i).equals(shown.get(i))) {
                change(tiles.getChildren().get(i), next.get(i));
            }
        }
        shown = next;
    }

    private static void change(Node node, Tile tile) {
        if (node.lookup(".figure") instanceof Label value && node.lookup(".small") instanceof Label note) {
            value.setText(tile.value);
            note.setText(tile.note);
            node.setAccessibleText(Texts.text(tile.key) + " " + tile.value + ", " + tile.note);
        }
    }

    private static List<Tile> of(Duel duel) {
        PairedDifference result = duel.result();
        Long needed = result.usersNeeded();
        return List.of(
                new Tile(
                        "evaluate.tile.means",
                        Texts.text(
                                "evaluate.tile.means.value",
                                VerdictWords.number(duel.measure(), result.first(), result.difference()),
                                VerdictWords.number(duel.measure(), result.second(), result.difference())),
                        Texts.text(
                                "evaluate.tile.means.note",
                                VerdictWords.at(duel.measure(), duel.k()),
                                Texts.counted("count.users", result.users()))),
                new Tile(
                        "evaluate.tile.difference",
                        VerdictWords.signed(duel.measure(), result.difference()),
                        Texts.text(
                                "evaluate.tile.difference.note",
                                VerdictWords.range(duel.measure(), result.difference()))),
                new Tile(
                        "evaluate.tile.p",
                        duel.adjustedP() < 0.001
                                ? Texts.text("evaluate.tile.p.less")
                                : Formats.decimals(duel.adjustedP(), 3),
                        Texts.text(result.exact() ? "evaluate.tile.p.exact" : "evaluate.tile.p.drawn")),
                new Tile(
                        "evaluate.tile.effect",
                        Formats.signed(result.effect(), 3),
                        Texts.text("evaluate.effect."
                                + (result.effect() == 0 ? "none" : VerdictWords.size(Math.abs(result.effect()))))),
                new Tile(
                        "evaluate.tile.needed",
                        needed == null ? "–" : Formats.count(needed),
                        Texts.text(
                                needed == null ? "evaluate.tile.needed.none" : "evaluate.tile.needed.note",
                                Formats.count(result.users()))));
    }
}
