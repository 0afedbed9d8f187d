// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.evaluation.Comparison;
import app.hometown.ranking.Ranking;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.ModelState;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The side panel: the picked user, how many streams within what radius, and the two rankings side by side.
public final class ComparePane extends VBox {
    private static final double LOWEST_ROW = 34;
    private static final double HIGHEST_ROW = 48;

    private final UserHeader header = new UserHeader();
    private final Label note = new Label();
    private final RankedList basic;
    private final RankedList ml;
    private final MovementLines lines;
    private final Label basicMeans = new Label();
    private final Label mlMeans = new Label();
    private final Label missingWhy = new Label();
    private final VBox missing;
    private final HBox summary = new HBox(24);
    private final Button copyButton;
    private final HBox lists;
    private final VBox content;
    private final VBox nobody;

    /// @param model the state
    /// @param train what the button does where there is no model
    /// @param copy copies both lists
    /// @param streamMenu makes the menu of a line: what one can do with the chosen stream
    public ComparePane(CompareModel model, Runnable train, Runnable copy, Supplier<ContextMenu> streamMenu) {
        getStyleClass().add("compare-pane");
        setMinWidth(456);
        basic = new RankedList(model, "basic-list", Texts.text("list.basic.name"));
        ml = new RankedList(model, "ml-list", Texts.text("list.ml.name"));
        basic.setContextMenu(streamMenu.get());
        ml.setContextMenu(streamMenu.get());
        lines = new MovementLines(model);
        note.getStyleClass().add("note");
        note.setMinWidth(USE_PREF_SIZE);
        Button trainButton = new Button(Texts.text("train.button"), Icons.of(Feather.CPU, 16));
        trainButton.setId("train-here");
        trainButton.getStyleClass().add("accent");
        trainButton.setOnAction(event -> train.run());
        missingWhy.setWrapText(true);
        missingWhy.getStyleClass().add("quiet");
        Label title = new Label(Texts.text("list.ml.missing"));
        title.getStyleClass().add("heading");
        missing = new VBox(12, title, missingWhy, trainButton);
        missing.getStyleClass().add("empty-state");
        missing.setAlignment(Pos.TOP_LEFT);
        StackPane right = new StackPane(ml, missing);
        right.setMinWidth(0);
        lists = new HBox(
                column("basic", Texts.text("list.basic"), Texts.text("list.basic.how"), basicMeans, basic),
                gutter(),
                column("ml", Texts.text("list.ml"), Texts.text("list.ml.how"), mlMeans, right));
        VBox.setVgrow(lists, Priority.ALWAYS);
        copyButton = Icons.button(Feather.COPY, Texts.text("action.copy"), copy);
        summary.getStyleClass().add("summary");
        summary.setAlignment(Pos.CENTER_LEFT);
        content = new VBox(header, new RankingControls(model, note), lists, summary);
        content.getStyleClass().add("compare-content");
        VBox.setVgrow(content, Priority.ALWAYS);
        nobody = new VBox(8, Icons.of(Feather.MAP_PIN, 24), heading("nobody.title"), quiet("nobody.what"));
        nobody.getStyleClass().add("empty-state");
        nobody.setAlignment(Pos.CENTER);
        VBox.setVgrow(nobody, Priority.ALWAYS);
        getChildren().setAll(nobody);
        model.lists().addListener((property, before, now) -> show(now));
        model.selected().addListener(property -> reveal(model.selected().get()));
        show(model.lists().get());
    }

    private static Label heading(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("heading");
        return label;
    }

    private static Label quiet(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    /// A list under its name, its means and what it ranks by.
    private static VBox column(String style, String name, String how, Label means, Region list) {
        Region mark = new Region();
        mark.getStyleClass().addAll("ranker-mark", style);
        Label title = new Label(name);
        title.getStyleClass().addAll("ranker-name", style);
        title.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        means.getStyleClass().addAll("quiet", "small");
        HBox head = new HBox(8, mark, title, gap, means);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("list-head");
        Tooltip.install(head, new Tooltip(how));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox column = new VBox(head, list);
        column.setMinWidth(0);
        column.setPrefWidth(200);
        column.getStyleClass().addAll("list-column", style);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private VBox gutter() {
        Region head = new Region();
        head.getStyleClass().add("list-head");
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox gutter = new VBox(head, lines);
        gutter.getStyleClass().add("gutter");
        return gutter;
    }

    private void show(@Nullable Lists answer) {
        if (answer == null) {
            getChildren().setAll(nobody);
            return;
        }
        getChildren().setAll(content);
        header.show(answer.user(), answer.catalog());
        boolean none = answer.basic().isEmpty();
        note.setText(
                none
                        ? Texts.text("note.nobody")
                        : answer.expanded() ? Texts.text("note.expanded", Formats.radius(answer.radiusKm())) : "");
        note.setTooltip(answer.expanded() ? new Tooltip(whyExpanded(answer)) : null);
        basic.show(answer.basic());
        ml.show(answer.ml());
        lines.show(answer);
        basicMeans.setText(means(answer.answer().basic()));
        mlMeans.setText(answer.answer().ml().map(ComparePane::means).orElse(""));
        Optional<ModelState.Missing> noModel = answer.missingModel();
        missing.setVisible(noModel.isPresent());
        ml.setVisible(noModel.isEmpty());
        missingWhy.setText(
                noModel.map(state -> state.why() + "\n" + state.remedy()).orElse(""));
        summary.getChildren().setAll(new Summary(answer).figures());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        summary.getChildren().addAll(gap, copyButton);
        requestLayout();
    }

    /// Brings a stream that was chosen elsewhere, on the map or by the search, into view.
    private void reveal(int row) {
        if (basic.isFocused() || ml.isFocused()) {
            return;
        }
        for (RankedList list : new RankedList[] {basic, ml}) {
            int place = list.place(row);
            if (place >= 0) {
                list.scrollTo(Math.max(0, place - 3));
                return;
            }
        }
    }

    private static String whyExpanded(Lists answer) {
        return Texts.text(
                "note.expanded.tip",
                Formats.radius(answer.askedRadiusKm()),
                Formats.radius(answer.radiusKm()),
                Formats.count(answer.k()));
    }

    private static String means(Ranking ranking) {
        var score = Comparison.averageScore(ranking);
        var distance = Comparison.averageDistanceKm(ranking);
        return score.isEmpty() || distance.isEmpty()
                ? ""
                : Texts.text("list.means", Formats.score(score.getAsDouble()), Formats.km(distance.getAsDouble()));
    }

    /// Rows share the height there is, between what can be read and what looks lost; the lists scroll as one.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double height = basic.getHeight();
        int rows = Math.max(1, basic.getItems().size());
        if (height > 0) {
            double row = Math.clamp(Math.floor((height - 2) / Math.max(rows, 10)), LOWEST_ROW, HIGHEST_ROW);
            if (basic.getFixedCellSize() != row) {
                basic.setFixedCellSize(row);
                ml.setFixedCellSize(row);
            }
        }
        scrollAsOne();
        lines.follow(
                basic.getFixedCellSize(),
                basic.scroll().map(DoubleProperty::get).orElse(0.0),
                height);
    }

    private void scrollAsOne() {
        Optional<DoubleProperty> left = basic.scroll();
        Optional<DoubleProperty> right = ml.scroll();
        if (left.isEmpty() || right.isEmpty() || basic.getProperties().containsKey("scrolls")) {
            return;
        }
        basic.getProperties().put("scrolls", right.get());
        left.get().bindBidirectional(right.get());
        left.get()
                .addListener((property, before, now) ->
                        lines.follow(basic.getFixedCellSize(), now.doubleValue(), basic.getHeight()));
    }
}
