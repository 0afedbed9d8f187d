// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.evaluation.Comparison;
import app.hometown.ranking.Ranking;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Tips;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What stands over a list in the side panel: the ranker's sign and name, and the means of the list.
final class ColumnHead extends HBox {
    private final RankerSign sign = new RankerSign();
    private final Label name = new Label();
    private final Label means = new Label();

    ColumnHead() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("list-head");
        name.getStyleClass().add("ranker-name");
        name.setMinWidth(0);
        means.getStyleClass().addAll("quiet", "small");
        means.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(sign, name, gap, means);
    }

    void show(RankedColumn column) {
        sign.show(column.look());
        RankerSign.paint(name, column.look());
        name.setText(column.name());
        means.setText(column.ranking().map(ColumnHead::means).orElse(""));
        Tips.set(this, RankerWords.how(column.ranker()) + " " + Texts.text("list.means.tip"));
    }

    private static String means(Ranking ranking) {
        var score = Comparison.averageScore(ranking);
        var distance = Comparison.averageDistanceKm(ranking);
        return score.isEmpty() || distance.isEmpty()
                ? ""
                : Texts.text("list.means", Formats.score(score.getAsDouble()), Formats.km(distance.getAsDouble()));
    }
}
