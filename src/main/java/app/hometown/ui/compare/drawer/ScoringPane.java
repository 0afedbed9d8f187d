// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.ranking.Scoring;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What if the numbers of the score were others: a slider for each, grouped.
final class ScoringPane extends GridPane {
    private final Tuning tuning;
    private final List<DialRow> rows = new ArrayList<>();
    private final CheckBox world = new CheckBox(Texts.text("radius.world"));
    private final CheckBox expand = new CheckBox(Texts.text("knob.expand.label"));
    private final Button resetAll;

    ScoringPane(Tuning tuning, DrawerActions actions) {
        super(28, 0);
        this.tuning = tuning;
        getStyleClass().add("scoring-pane");
        for (Knob.Group group : Knob.Group.values()) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / Knob.Group.values().length);
            column.setHgrow(Priority.ALWAYS);
            column.setMinWidth(0);
            getColumnConstraints().add(column);
            add(group(group), group.ordinal(), 0);
        }
        world.setId("radius-world");
        world.setOnAction(event -> tuning.set(
                Knob.RADIUS, world.isSelected() ? Double.POSITIVE_INFINITY : Knob.RADIUS.of(Scoring.DEFAULT)));
        expand.setId("expand");
        expand.setOnAction(event -> tuning.expand(expand.isSelected()));
        MenuButton presets = new MenuButton(Texts.text("tuning.presets"));
        presets.setId("presets");
        presets.getItems()
                .addAll(preset("tuning.default", Scoring.DEFAULT), preset("tuning.reference", Scoring.REFERENCE));
        resetAll = Icons.button(Feather.ROTATE_CCW, Texts.text("tuning.reset"), tuning::reset);
        resetAll.setId("reset-scoring");
        Button open = Icons.button(Feather.FOLDER, Texts.text("action.scoring.open"), actions::openScoring);
        Button save = Icons.button(Feather.SAVE, Texts.text("action.scoring.save"), actions::saveScoring);
        save.setId("save-scoring");
        FlowPane files = new FlowPane(4, 4, presets, resetAll, open, save);
        files.setAlignment(Pos.CENTER_LEFT);
        VBox candidates = (VBox) getChildren().get(Knob.Group.CANDIDATES.ordinal());
        FlowPane ticks = new FlowPane(16, 4, world, expand);
        candidates.getChildren().addAll(ticks, files);
        tuning.scoring().addListener((property, before, now) -> show(now));
        show(tuning.scoring().get());
    }

    private VBox group(Knob.Group group) {
        Label title = new Label(Texts.text("knobs." + group.name().toLowerCase(Locale.ROOT)));
        title.getStyleClass().addAll("strong", "small", "group-title");
        VBox box = new VBox(3, title);
        box.setMinWidth(0);
        for (Knob knob : group.knobs()) {
            DialRow row = new DialRow(new KnobDial(knob, tuning));
            rows.add(row);
            box.getChildren().add(row);
        }
        return box;
    }

    private MenuItem preset(String key, Scoring scoring) {
        MenuItem item = new MenuItem(Texts.text(key));
        item.setOnAction(event -> tuning.use(scoring, Texts.text(key)));
        return item;
    }

    private void show(Scoring scoring) {
        rows.forEach(DialRow::show);
        world.setSelected(scoring.radiusKm().isEmpty());
        expand.setSelected(scoring.expand());
        resetAll.setDisable(scoring.equals(Scoring.DEFAULT));
    }

    /// What can be reached by the keyboard first.
    Node first() {
        return rows.getFirst();
    }
}
