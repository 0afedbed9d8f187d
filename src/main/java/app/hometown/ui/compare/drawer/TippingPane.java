// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.ranking.Lever;
import app.hometown.ranking.ScoringNumber;
import app.hometown.ranking.StreamNumber;
import app.hometown.ranking.TippingPoint;
import app.hometown.ranking.TippingPoint.Goal;
import app.hometown.ranking.TippingPoints;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.compare.RankedColumn;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.compare.RankerDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What it would take: for each number the smallest change that brings the chosen stream to the top, into the list or
/// out of it. A number that can be tried is tried by a click.
final class TippingPane extends VBox {
    private final TippingModel model;
    private final Tuning tuning;
    private final DrawerActions actions;
    private final Label sentence = new Label();
    private final ComboBox<RankerDefinition> ranker = new ComboBox<>();
    private final TableView<Lever> table = new TableView<>();
    private TippingModel.@Nullable Solved shown;
    private boolean filling;

    TippingPane(TippingModel model, Tuning tuning, DrawerActions actions) {
        super(6);
        this.model = model;
        this.tuning = tuning;
        this.actions = actions;
        getStyleClass().add("tipping-pane");
        sentence.setId("tipping-sentence");
        sentence.setMinWidth(0);
        ranker.setId("tipping-ranker");
        ranker.setAccessibleText(Texts.text("tipping.ranker"));
        ranker.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable RankerDefinition definition) {
                return definition == null ? "" : name(definition);
            }

            @Override
            public RankerDefinition fromString(String typed) {
                throw new UnsupportedOperationException("the choice is not editable");
            }
        });
        ranker.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                model.ranker().set(now);
            }
        });
        ranker.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label under = new Label(Texts.text("tipping.under"));
        under.getStyleClass().add("quiet");
        under.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, sentence, gap, under, ranker);
        head.setAlignment(Pos.CENTER_LEFT);
        table.setId("tipping-points");
        table.setAccessibleText(Texts.text("tipping.table"));
        table.getStyleClass().add("tipping-table");
        table.setFixedCellSize(24);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(Texts.text("tipping.nothing")));
        table.getColumns().add(column("tipping.number", 200, this::nameCell));
        table.getColumns().add(column("tipping.now", 100, this::nowCell));
        for (Goal goal : Goal.values()) {
            table.getColumns().add(column(key(goal), 190, () -> new GoalCell(goal)));
        }
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(head, table);
        model.solved().addListener(property -> show());
        model.busy().addListener((property, before, busy) -> table.setOpacity(busy ? 0.6 : 1));
        show();
    }

    private static String key(Goal goal) {
        return "tipping." + goal.name().toLowerCase(Locale.ROOT);
    }

    private String name(RankerDefinition definition) {
        return Optional.ofNullable(shown).stream()
                .flatMap(now -> now.lists().columns().stream())
                .filter(column -> column.ranker().equals(definition))
                .map(RankedColumn::name)
                .findFirst()
                .orElse(definition.name());
    }

    private static TableColumn<Lever, Lever> column(String key, double width, Supplier<TableCell<Lever, Lever>> cell) {
        TableColumn<Lever, Lever> column = new TableColumn<>(Texts.text(key));
        column.setId(key.replace('.', '-'));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> cell.get());
        return column;
    }

    private void show() {
        TippingModel.Solved now = model.solved().get();
        shown = now;
        filling = true;
        if (now == null) {
            table.getItems().clear();
            sentence.setText("");
        } else {
            fill(now);
        }
        filling = false;
    }

    private void fill(TippingModel.Solved now) {
        Lists lists = now.lists();
        List<RankerDefinition> rankers = TippingModel.columns(lists).stream()
                .map(i -> lists.columns().get(i).ranker())
                .toList();
        if (!ranker.getItems().equals(rankers)) {
            ranker.getItems().setAll(rankers);
        }
        ranker.setValue(now.column().ranker());
        TippingPoints points = now.points();
        String k = Formats.count(points.k());
        for (Goal goal : Goal.values()) {
            TableColumn<?, ?> column = table.getColumns().get(2 + goal.ordinal());
            column.setText(Texts.text(key(goal), k));
        }
        sentence.setText(
                points.rank().isPresent()
                        ? Texts.text(
                                "tipping.rank",
                                lists.catalog().streams().ids().get(points.row()),
                                Formats.count(points.rank().getAsInt()),
                                Formats.count(points.candidates()),
                                Formats.radius(points.radiusKm()))
                        : Texts.text(
                                "tipping.noCandidate",
                                lists.catalog().streams().ids().get(points.row())));
        List<Lever> levers =
                points.of(Goal.FIRST).stream().map(TippingPoint::lever).toList();
        if (table.getItems().equals(levers)) {
            table.refresh();
        } else {
            table.getItems().setAll(levers);
        }
    }

    private Optional<TippingPoint> point(Lever lever, Goal goal) {
        return Optional.ofNullable(shown).stream()
                .flatMap(now -> now.points().of(goal).stream())
                .filter(point -> point.lever().equals(lever))
                .findFirst();
    }

    private TableCell<Lever, Lever> nameCell() {
        return new TextCell() {
            @Override
            String text(Lever lever) {
                return LeverFormat.name(lever);
            }

            @Override
            String tip(Lever lever) {
                return LeverFormat.what(lever);
            }
        };
    }

    private TableCell<Lever, Lever> nowCell() {
        return new TextCell() {
            @Override
            String text(Lever lever) {
                return point(lever, Goal.FIRST)
                        .map(point -> LeverFormat.value(lever, point.now()))
                        .orElse("");
            }

            @Override
            String tip(Lever lever) {
                return "";
            }
        };
    }

    private abstract static class TextCell extends TableCell<Lever, Lever> {
        abstract String text(Lever lever);

        abstract String tip(Lever lever);

        @Override
        protected void updateItem(@Nullable Lever lever, boolean empty) {
            super.updateItem(lever, empty);
            setText(empty || lever == null ? "" : text(lever));
            String tip = empty || lever == null ? "" : tip(lever);
            setTooltip(tip.isEmpty() ? null : new Tooltip(tip));
        }
    }

    /// What a goal takes of a number: a link that tries it where it can be tried.
    private final class GoalCell extends TableCell<Lever, Lever> {
        private final Goal goal;
        private final Hyperlink link = new Hyperlink();
        private final Tooltip tip = new Tooltip();

        GoalCell(Goal goal) {
            this.goal = goal;
            link.setOnAction(event -> {
                link.setVisited(false);
                Optional.ofNullable(getItem())
                        .flatMap(lever -> point(lever, goal))
                        .ifPresent(TippingPane.this::apply);
            });
        }

        @Override
        protected void updateItem(@Nullable Lever lever, boolean empty) {
            super.updateItem(lever, empty);
            TippingPoint point =
                    empty || lever == null ? null : point(lever, goal).orElse(null);
            getStyleClass().remove("quiet");
            setGraphic(null);
            setText("");
            setTooltip(null);
            if (point == null) {
                return;
            }
            switch (point.answer()) {
                case TippingPoint.Already _ -> say(Texts.text("tipping.already"), Texts.text("tipping.already.tip"));
                case TippingPoint.Cannot(TippingPoint.Reason why) ->
                    say(
                            Texts.text("tipping.cannot"),
                            Texts.text("tipping.cannot." + why.name().toLowerCase(Locale.ROOT)));
                case TippingPoint.At(double value) -> at(point, value);
            }
        }

        private void say(String text, String why) {
            setText(text);
            getStyleClass().add("quiet");
            tip.setText(why);
            setTooltip(tip);
        }

        private void at(TippingPoint point, double value) {
            String text = LeverFormat.answer(point.lever(), point.now(), value);
            boolean tried = canTry(point.lever());
            tip.setText(Texts.text(
                    tried ? "tipping.try" : "tipping.tell",
                    LeverFormat.name(point.lever()),
                    LeverFormat.exact(value),
                    Texts.text(
                            key(goal),
                            Formats.count(Optional.ofNullable(shown)
                                    .map(now -> now.points().k())
                                    .orElse(0)))));
            setTooltip(tip);
            if (tried) {
                link.setText(text);
                link.setAccessibleText(tip.getText());
                setGraphic(link);
            } else {
                setText(text);
            }
        }
    }

    /// Whether a change of the number can be tried here: of the session's scoring, and of viewers. The distance is the
    /// user's to drag; a quality is given.
    private boolean canTry(Lever lever) {
        boolean ownScoring = Optional.ofNullable(shown)
                .filter(now -> now.column().ranker() instanceof RankerDefinition.BuiltIn)
                .filter(now -> Stream.of(RankerDefinition.BASIC, RankerDefinition.ML)
                        .anyMatch(builtIn -> builtIn.equals(now.column().ranker())))
                .isPresent();
        return switch (lever) {
            case ScoringNumber _ -> ownScoring;
            case StreamNumber number -> number == StreamNumber.AVG_VIEWER_COUNT;
        };
    }

    private void apply(TippingPoint point) {
        TippingModel.Solved now = shown;
        if (now == null || !(point.answer() instanceof TippingPoint.At(double value))) {
            return;
        }
        switch (point.lever()) {
            case ScoringNumber number -> tuning.set(Knob.of(number), value);
            case StreamNumber _ -> actions.tryViewers(now.points().row(), (int) value);
        }
    }
}
