// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.evaluation.Comparison;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.compare.RankerDefinition;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// What the first two lists come to, in a few figures.
record Summary(Lists lists) {
    List<Node> figures() {
        List<Node> figures = new ArrayList<>();
        lists.comparison().ifPresent(comparison -> {
            figures.add(figure(
                    "summary.shared",
                    Texts.text(
                            "summary.shared.value",
                            Formats.count(comparison.shared()),
                            Formats.count(comparison.a().entries().size()))));
            figures.add(figure("summary.moved", Formats.count(moved(comparison))));
            if (isMlOverBasic()) {
                comparison
                        .boost()
                        .ifPresent(boost -> figures.add(figure("summary.boost", Formats.signedPercent(boost))));
            }
        });
        return figures;
    }

    /// Mean scores of other rankers have nothing to do with each other.
    private boolean isMlOverBasic() {
        return lists.left().ranker().equals(RankerDefinition.BASIC)
                && lists.right().ranker().equals(RankerDefinition.ML);
    }

    /// How many streams of either list are not at the same rank in both.
    private static long moved(Comparison comparison) {
        return comparison.places().values().stream()
                .map(Movement::of)
                .filter(movement -> movement.kind() != Movement.Kind.STAYS)
                .count();
    }

    private static Node figure(String key, String value) {
        Label name = new Label(Texts.text(key));
        name.getStyleClass().add("quiet");
        Label number = new Label(value);
        number.getStyleClass().add("strong");
        HBox figure = new HBox(6, name, number);
        Tooltip.install(figure, new Tooltip(Texts.text(key + ".tip")));
        return figure;
    }
}
