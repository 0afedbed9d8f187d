// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.evaluation.Comparison;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.compare.Lineup;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What stands over a list of the lineup: the ranker's sign and name, which opens what can be done with the list, and
/// what is worth knowing of it.
final class LineupHead extends VBox {
    private final RankerSign sign = new RankerSign();
    private final MenuButton name = new MenuButton();
    private final Label about = new Label();
    // Made once: a tooltip is a window of its own, dear to make for every answer.
    private final Tooltip how = new Tooltip();
    private final Tooltip all = new Tooltip();
    private final MenuItem left = new MenuItem(Texts.text("lineup.left"));
    private final MenuItem right = new MenuItem(Texts.text("lineup.right"));
    private final MenuItem remove = new MenuItem(Texts.text("lineup.remove"));

    LineupHead(LineupModel model, int column) {
        getStyleClass().add("lineup-head");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        name.getStyleClass().addAll("ranker-name", "ranker-menu");
        name.setMnemonicParsing(false);
        name.setMinWidth(0);
        name.setTooltip(how);
        left.setOnAction(event -> model.move(column, -1));
        right.setOnAction(event -> model.move(column, 1));
        remove.setOnAction(event -> model.remove(column));
        name.getItems().addAll(left, right, remove);
        about.getStyleClass().addAll("quiet", "small");
        about.setMinWidth(0);
        HBox title = new HBox(8, sign, name);
        title.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, about);
        left.setDisable(column == 0);
    }

    void show(Lists lists, int place) {
        RankedColumn column = lists.columns().get(place);
        sign.show(column.look());
        RankerSign.paint(name, column.look());
        name.setText(column.name());
        name.setAccessibleText(Texts.text("lineup.menu", column.name()));
        how.setText(RankerWords.how(column.ranker()));
        right.setDisable(place == lists.columns().size() - 1);
        remove.setDisable(lists.columns().size() == Lineup.FEWEST);
        about.setText(
                column.note().isEmpty()
                        ? column.ranking()
                                .map(ranking -> Comparison.averageDistanceKm(ranking))
                                .filter(mean -> mean.isPresent())
                                .map(mean -> Texts.text("lineup.distance", Formats.km(mean.getAsDouble())))
                                .orElse("")
                        : column.note());
        all.setText(about.getText());
        about.setTooltip(about.getText().isEmpty() ? null : all);
    }
}
