// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.plot.PlotPane;
import app.hometown.workbench.verdict.Grouping;
import app.hometown.workbench.verdict.Slice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// For whom and where: the groups of users of one kind with their differences, and beside them the users of the group
/// that was clicked.
final class SlicesPane extends VBox {
    private static final double HEAD = 150;
    private static final double ROW = 22;
    private static final double TABS = 760;

    private final EvaluationModel model;
    private final PlotPane plot;
    private final Button map;
    private final Map<Grouping, ToggleButton> tabs = new EnumMap<>(Grouping.class);
    private Grouping by = Grouping.CITY;
    private List<Slice> rows = List.of();

    /// @param latest finds users of a slice
    /// @param sorting sorts them
    SlicesPane(EvaluationModel model, Requests requests, FigureTaking taking, Latest latest, Latest sorting) {
        super(8);
        this.model = model;
        Label heading = new Label(Texts.text("evaluate.slices"));
        heading.getStyleClass().add("heading");
        Label hint = new Label(Texts.text("evaluate.slices.hint"));
        hint.getStyleClass().add("quiet");
        hint.setWrapText(true);
        ToggleGroup group = new ToggleGroup();
        FlowPane choices = new FlowPane(4, 4);
        for (Grouping each : Grouping.values()) {
            ToggleButton tab = new ToggleButton(VerdictWords.grouping(each));
            tab.setId("evaluate-by-" + each.key());
            tab.getStyleClass().add("drawer-tab");
            tab.setToggleGroup(group);
            tab.managedProperty().bind(tab.visibleProperty());
            tab.setOnAction(event -> {
                tab.setSelected(true);
                by = each;
                model.slice().set(null);
                show();
            });
            tabs.put(each, tab);
            choices.getChildren().add(tab);
        }
        choices.setMinWidth(0);
        choices.setPrefWrapLength(TABS);
        HBox.setHgrow(choices, Priority.ALWAYS);
        map = new Button(Texts.text("evaluate.map"), Icons.of(Feather.MAP, 15));
        map.setId("evaluate-map");
        map.setTooltip(new Tooltip(Texts.text("evaluate.map.tip")));
        map.setMinWidth(USE_PREF_SIZE);
        map.setOnAction(event -> requests.showOnMap());
        HBox line = new HBox(12, choices, map);
        line.setAlignment(Pos.CENTER_LEFT);
        plot = new PlotPane(taking);
        plot.setId("evaluate-forest");
        plot.onNamed(this::chose);
        HBox.setHgrow(plot, Priority.ALWAYS);
        HBox.setMargin(plot, new Insets(0, 0, 0, -12));
        HBox both = new HBox(16, plot, new SliceUsers(model, requests, latest, sorting));
        both.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(heading, hint, line, both);
        model.shown().addListener(property -> show());
        model.rival().addListener(property -> {
            model.slice().set(null);
            show();
        });
        show();
    }

    private void chose(int row) {
        if (row < rows.size()) {
            model.slice().set(rows.get(row));
        }
    }

    private void show() {
        Evaluated shown = model.shown().get();
        if (shown == null) {
            return;
        }
        map.setDisable(shown.session() == null);
        String rival = model.rival().get();
        tabs.forEach((each, tab) -> tab.setVisible(!shown.slices(each, rival).isEmpty()));
        if (shown.slices(by, rival).isEmpty()) {
            by = List.of(Grouping.values()).stream()
                    .filter(each -> !shown.slices(each, rival).isEmpty())
                    .findFirst()
                    .orElse(Grouping.CITY);
        }
        tabs.forEach((each, tab) -> tab.setSelected(each == by));
        Optional<Figure> figure = VerdictFigures.groups(shown.findings(), by, rival);
        setVisible(figure.isPresent());
        setManaged(figure.isPresent());
        rows = VerdictFigures.rows(shown.findings(), by, rival);
        figure.ifPresent(plot::show);
        double height = HEAD + ROW * rows.size();
        plot.setMinHeight(height);
        plot.setPrefHeight(height);
        plot.setMaxHeight(height);
    }
}
