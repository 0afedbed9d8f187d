// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.domain.Catalog;
import app.hometown.domain.Users;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.table.RowColumn;
import app.hometown.ui.table.RowOrder;
import app.hometown.ui.table.RowTable;
import app.hometown.workbench.Job;
import app.hometown.workbench.Jobs;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.compare.Disagreement;
import app.hometown.workbench.compare.RankerDefinition;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// All users by how much two rankers disagree about them.
public final class DisagreementPane extends VBox {
    private final CompareModel comparison;
    private final DisagreementModel model;
    private final Label summary = new Label();
    private final Label stale = new Label(Texts.text("differ.stale"));
    private final Button find = new Button();
    private final ProgressBar progress = new ProgressBar();
    private final Label done = new Label();
    private final HBox running;
    private final RowTable table;
    private final VBox results;
    private boolean following;

    /// @param comparison whom we look at
    /// @param model whose lists differ
    /// @param jobs watched for progress
    /// @param background filters and sorts
    /// @param failed takes what goes wrong there
    public DisagreementPane(
            CompareModel comparison,
            DisagreementModel model,
            Jobs jobs,
            Executor background,
            Consumer<RuntimeException> failed) {
        this.comparison = comparison;
        this.model = model;
        getStyleClass().add("differ-pane");
        setId("differ");
        table = new RowTable("differ-users", new Latest(background, FxThread.EXECUTOR, failed), comparison::pick);
        table.onArranged(model::arranged);
        VBox.setVgrow(table, Priority.ALWAYS);
        Label title = new Label(Texts.text("differ.title"));
        title.getStyleClass().add("heading");
        Label against = new Label(Texts.text("differ.against"));
        against.getStyleClass().add("quiet");
        against.setMinWidth(USE_PREF_SIZE);
        HBox pair = new HBox(
                6,
                choice("differ-first", "differ.first", model.first(), model.second()),
                against,
                choice("differ-second", "differ.second", model.second(), model.first()));
        pair.setAlignment(Pos.CENTER_LEFT);
        summary.setId("differ-summary");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        stale.setWrapText(true);
        stale.setMinHeight(USE_PREF_SIZE);
        stale.getStyleClass().add("note");
        stale.visibleProperty().bind(model.stale());
        stale.managedProperty().bind(model.stale());
        find.setId("differ-find");
        find.setOnAction(event -> model.find());
        find.managedProperty().bind(find.visibleProperty());
        progress.getStyleClass().add("thin-bar");
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        done.getStyleClass().addAll("quiet", "small");
        done.setMinWidth(USE_PREF_SIZE);
        running = new HBox(8, progress, done, Icons.button(Feather.X, Texts.text("job.cancel"), model::cancel));
        running.setAlignment(Pos.CENTER_LEFT);
        running.managedProperty().bind(running.visibleProperty());
        CheckBox differing = new CheckBox(Texts.text("differ.only"));
        differing.setId("differ-only");
        differing.selectedProperty().bindBidirectional(model.differingOnly());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button previous = Icons.button(Feather.CHEVRON_UP, Texts.text("differ.previous.tip"), () -> step(-1));
        Button next = Icons.button(Feather.CHEVRON_DOWN, Texts.text("differ.next.tip"), () -> step(1));
        HBox steps = new HBox(4, differing, gap, previous, next);
        steps.setAlignment(Pos.CENTER_LEFT);
        steps.getStyleClass().add("differ-steps");
        results = new VBox(steps, table);
        VBox.setVgrow(results, Priority.ALWAYS);
        VBox head = new VBox(8, title, pair, summary, stale, find, running);
        head.getStyleClass().add("differ-head");
        getChildren().addAll(head, results);
        model.found().addListener(property -> showFound());
        model.job().addListener(property -> showJob());
        model.stale().addListener(property -> showJob());
        model.differingOnly().addListener(property -> admit());
        comparison.userRow().addListener((property, before, now) -> table.select(now.intValue()));
        jobs.watch(changed -> FxThread.run(() -> tell(changed)));
        showFound();
        showJob();
    }

    /// Goes to the next or the previous user of the list.
    ///
    /// @param by 1 or -1
    public void step(int by) {
        model.step(by);
    }

    /// A choice of the lineup's rankers; choosing the other one of the pair swaps them.
    private ComboBox<RankerDefinition> choice(
            String id, String name, ObjectProperty<RankerDefinition> own, ObjectProperty<RankerDefinition> other) {
        ComboBox<RankerDefinition> choice = new ComboBox<>();
        choice.setId(id);
        choice.setAccessibleText(Texts.text(name));
        choice.setMinWidth(0);
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable RankerDefinition ranker) {
                return ranker == null ? "" : RankerWords.name(ranker);
            }

            @Override
            public RankerDefinition fromString(String text) {
                throw new UnsupportedOperationException("the choice is not editable");
            }
        });
        Runnable refill = () -> {
            following = true;
            choice.getItems().setAll(comparison.lineup().get().definitions());
            choice.setValue(own.get());
            following = false;
        };
        comparison.lineup().addListener(property -> refill.run());
        own.addListener(property -> refill.run());
        refill.run();
        choice.valueProperty().addListener((property, before, now) -> {
            if (!following && now != null && !now.equals(own.get())) {
                if (now.equals(other.get())) {
                    other.set(own.get());
                }
                own.set(now);
            }
        });
        return choice;
    }

    private void showFound() {
        Disagreement found = model.found().get();
        OpenData data = comparison.session().get().data().orElse(null);
        showJob();
        boolean shown = found != null && data != null;
        results.setVisible(shown);
        if (found == null || data == null) {
            summary.setText(Texts.text("differ.what"));
            return;
        }
        summary.setText(
                found.differing() == 0
                        ? Texts.text("differ.none", Formats.count(found.users()), Formats.count(found.k()))
                        : Texts.text(
                                "differ.summary",
                                Formats.count(found.differing()),
                                Formats.count(found.users()),
                                Formats.decimals(found.mean(), 2),
                                Formats.count(found.k())));
        table.show(found.users(), columns(found, data.catalog()));
        admit();
        table.sortDescending("column.disagreement");
        table.select(comparison.userRow().get());
    }

    private void admit() {
        Disagreement found = model.found().get();
        boolean all = !model.differingOnly().get() || found == null;
        table.admit(row -> all || found == null || !found.identical(row));
    }

    private static List<RowColumn> columns(Disagreement found, Catalog catalog) {
        Users users = catalog.users();
        return List.of(
                RowColumn.figures(
                        "column.disagreement",
                        84,
                        row -> found.identical(row) ? Texts.text("differ.same") : Formats.decimals(found.score(row), 3),
                        RowOrder.by(found::score)),
                RowColumn.text("column.user", 112, users.ids()::get, users.ids()::compare),
                RowColumn.text(
                        "column.city",
                        124,
                        row -> catalog.cities().name(users.city(row)),
                        RowOrder.byName(users::city, catalog.cities().names())));
    }

    private void showJob() {
        Job<Disagreement> job = model.job().get();
        running.setVisible(job != null);
        find.setVisible(
                job == null && (model.found().get() == null || model.stale().get()));
        find.setText(Texts.text(model.found().get() == null ? "differ.find" : "differ.again"));
        if (job != null) {
            tell(job);
        }
    }

    private void tell(Job<?> changed) {
        if (changed == model.job().get()) {
            Job.Status status = changed.status();
            progress.setProgress(status.fraction());
            done.setText(
                    status.total() > 0
                            ? Texts.text("table.count", Formats.count(status.done()), Formats.count(status.total()))
                            : "");
        }
    }
}
