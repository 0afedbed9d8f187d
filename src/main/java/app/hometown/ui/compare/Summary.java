// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.evaluation.Comparison;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Tips;
import app.hometown.workbench.compare.RankerDefinition;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What the first two lists come to, in a few figures, which are written anew for every answer.
final class Summary extends HBox {
    private final Figure shared = new Figure("summary.shared");
    private final Figure moved = new Figure("summary.moved");
    private final Figure boost = new Figure("summary.boost");

    Summary() {
        super(24);
        getChildren().setAll(shared, moved, boost);
    }

    void show(Lists lists) {
        Optional<Comparison> comparison = lists.comparison();
        shared.show(comparison.map(both -> Texts.text(
                "summary.shared.value",
                Formats.count(both.shared()),
                Formats.count(both.a().entries().size()))));
        moved.show(comparison.map(both -> Formats.count(moved(both))));
        boost.show(comparison.filter(both -> isMlOverBasic(lists)).flatMap(both -> both.boost().stream()
                .mapToObj(Formats::signedPercent)
                .findFirst()));
    }

    /// Mean scores of other rankers have nothing to do with each other.
    private static boolean isMlOverBasic(Lists lists) {
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

    /// A name and a number.
    private static final class Figure extends HBox {
        private final Label number = new Label();

        Figure(String key) {
            super(6);
            Label name = new Label(Texts.text(key));
            name.getStyleClass().add("quiet");
            number.getStyleClass().add("strong");
            getChildren().setAll(name, number);
            managedProperty().bind(visibleProperty());
            Tips.set(this, Texts.text(key + ".tip"));
        }

        void show(Optional<String> value) {
            setVisible(value.isPresent());
            number.setText(value.orElse(""));
        }
    }
}
