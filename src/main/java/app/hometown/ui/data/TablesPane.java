// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.data;

import app.hometown.domain.Catalog;
import app.hometown.ui.explore.ExploreModel;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.Job;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.Chosen;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.LeftRows;
import app.hometown.workbench.explore.LinkedSamples;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// Users, streams and samples as tables of what the one selection leaves. A row that is chosen is the picked user or
/// the
/// chosen stream everywhere; what is chosen elsewhere is scrolled to here; Enter or a double click goes to the map.
///
/// Follows the model by itself. Nothing is filtered or sorted for a table that nobody sees ([#showing]).
public final class TablesPane extends VBox {
    private final ExploreModel model;
    private final Map<Kind, LinkedTable> tables = new EnumMap<>(Kind.class);
    private final Map<Kind, ToggleButton> tabs = new EnumMap<>(Kind.class);
    private final StackPane stage = new StackPane();
    private final StackPane tools = new StackPane();
    private final BooleanProperty showing = new SimpleBooleanProperty(true);
    private Kind kind = Kind.USERS;

    /// What is done elsewhere.
    public interface Elsewhere {
        /// Picks a user.
        void pick(int userRow);

        /// Goes to the picked user on the map.
        void showUser(int userRow);

        /// Goes to a stream on the map.
        void showStream(int streamRow);

        /// Asks for a file to write.
        Optional<Path> saveAs(String name);

        /// Shows what comes of a job.
        <T> void follow(Job<T> job, Consumer<T> done);

        /// Says what was done.
        void say(String text);

        /// Shows what went wrong.
        void failed(RuntimeException error);
    }

    /// @param workbench runs exports and keeps which columns are shown
    /// @param model what is left, and where filters go
    /// @param elsewhere what is done elsewhere
    /// @param userRow the picked user, or a negative number
    /// @param streamRow the chosen stream, or a negative number
    /// @param background filters and sorts
    /// @param saving saves settings
    public TablesPane(
            Workbench workbench,
            ExploreModel model,
            Elsewhere elsewhere,
            ReadOnlyIntegerProperty userRow,
            IntegerProperty streamRow,
            Executor background,
            Executor saving) {
        this.model = model;
        getStyleClass().add("tables-pane");
        setId("tables");
        ToggleGroup group = new ToggleGroup();
        for (Kind each : Kind.values()) {
            LinkedTable table = new LinkedTable(
                    each,
                    workbench,
                    model,
                    elsewhere,
                    streamRow,
                    new Latest(background, FxThread.EXECUTOR, elsewhere::failed),
                    saving);
            tables.put(each, table);
            ToggleButton tab = new ToggleButton();
            tab.setId("tables-" + each.name().toLowerCase(Locale.ROOT));
            tab.setUserData(each);
            tabs.put(each, tab);
            stage.getChildren().add(table);
            tools.getChildren().add(table.tools());
            table.tools().visibleProperty().bind(table.visibleProperty());
        }
        SegmentedButton kinds = new SegmentedButton(tabs.values().toArray(ToggleButton[]::new));
        kinds.setToggleGroup(group);
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else if (now != null) {
                turnTo((Kind) now.getUserData());
            }
        });
        kinds.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(tools, Priority.ALWAYS);
        HBox head = new HBox(16, kinds, tools);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("tables-head");
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(head, stage);
        model.chosen().addListener((property, before, now) -> show(now));
        showing.addListener((property, before, now) -> show(model.chosen().get()));
        userRow.addListener((property, before, now) -> table(Kind.USERS).select(now.intValue()));
        streamRow.addListener((property, before, now) -> table(Kind.STREAMS).select(now.intValue()));
        table(Kind.USERS).select(userRow.get());
        table(Kind.STREAMS).select(streamRow.get());
        ToggleButton first = tabs.get(Kind.USERS);
        if (first != null) {
            first.setSelected(true);
        }
        show(model.chosen().get());
    }

    private LinkedTable table(Kind of) {
        LinkedTable table = tables.get(of);
        if (table == null) {
            throw new IllegalStateException("no table of " + of);
        }
        return table;
    }

    /// Whether somebody sees the pane; while nobody does, nothing is worked out for it.
    public BooleanProperty showing() {
        return showing;
    }

    /// Turns to the table of a kind.
    public void show(Kind of) {
        ToggleButton tab = tabs.get(of);
        if (tab != null) {
            tab.setSelected(true);
        }
    }

    /// Puts the chosen rows of the table that is seen on the clipboard.
    public void copy() {
        table(kind).copy();
    }

    /// Writes what the table that is seen shows to a file.
    public void export() {
        table(kind).export();
    }

    private void turnTo(Kind of) {
        kind = of;
        tables.forEach((each, table) -> table.setVisible(each == of));
        show(model.chosen().get());
    }

    private void show(@Nullable Chosen chosen) {
        Optional<LeftRows> rows = Optional.ofNullable(chosen).map(Chosen::rows);
        for (Kind each : Kind.values()) {
            ToggleButton tab = tabs.get(each);
            if (tab != null) {
                tab.setText(Texts.text(
                        "tables." + each,
                        rows.map(left -> Formats.count(left.size(each))).orElse("")));
            }
        }
        if (showing.get() && chosen != null && rows.isPresent()) {
            Catalog catalog = rows.get().catalog();
            Optional<LinkedSamples> linked = rows.get().linked();
            table(kind).show(catalog, linked, chosen.left(kind));
        }
    }
}
