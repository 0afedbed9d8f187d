// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.data.RowExport;
import app.hometown.domain.Catalog;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.explore.ChoiceFacet;
import app.hometown.workbench.explore.Facet;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Left;
import app.hometown.workbench.explore.NumberFacet;
import app.hometown.workbench.explore.Selection;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Beside the map: which users and which streams it shows. One kind at a time, its columns below each other, how many
/// are left of how many always in view.
public final class FilterPane extends VBox {
    private static final double WIDE = 256;
    private static final double NARROW = 220;

    /// What is done elsewhere.
    public interface Actions {
        /// Writes rows to a file that the person chooses.
        ///
        /// @param name what to suggest, without an ending
        void export(Kind kind, BitSet rows, RowExport.Format format, String name);

        /// Shows a selection on the map.
        void goTo(Selection selection);

        /// Asks for another name.
        Optional<String> rename(Selection selection);

        /// Shows what went wrong.
        void failed(RuntimeException error);
    }

    private final ExploreModel model;
    private final Actions actions;
    private final ToggleButton users = toggle("users", Kind.USERS);
    private final ToggleButton streams = toggle("streams", Kind.STREAMS);
    private final ToggleButton samples = toggle("samples", Kind.SAMPLES);
    private final MenuButton exports = exports();
    private final Label count = new Label();
    private final Button reset = new Button(Texts.text("filter.reset"));
    private final TextField text = new TextField();
    private final SelectionList selections;
    private final VBox sections = new VBox();
    private List<Section> parts = List.of();
    private @Nullable Catalog built;
    private Kind kind = Kind.STREAMS;

    /// @param model what is filtered
    /// @param actions what is done elsewhere
    /// @param close folds the pane away
    public FilterPane(ExploreModel model, Actions actions, Runnable close) {
        this.model = model;
        this.actions = actions;
        selections = new SelectionList(model, actions);
        setId("filter-pane");
        getStyleClass().add("filter-pane");
        setNarrow(false);
        streams.setSelected(true);
        SegmentedButton kinds = new SegmentedButton(users, streams);
        kinds.getToggleGroup().selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                show((Kind) now.getUserData());
            }
        });
        model.samples().addListener((property, before, now) -> {
            if (now.isPresent() && !kinds.getButtons().contains(samples)) {
                kinds.getButtons().add(samples);
            } else if (now.isEmpty()) {
                streams.setSelected(true);
                kinds.getButtons().remove(samples);
            }
        });
        if (model.samples().get().isPresent()) {
            kinds.getButtons().add(samples);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, kinds, gap, Icons.button(Feather.X, Texts.text("filter.close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        count.setId("filter-left");
        count.getStyleClass().add("strong");
        count.setMinWidth(0);
        reset.setId("filter-reset");
        reset.getStyleClass().addAll("flat", "small");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(event -> reset());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(4, count, between, reset, exports);
        line.setAlignment(Pos.CENTER_LEFT);
        text.setId("filter-text");
        text.setPromptText(Texts.text("filter.text"));
        text.setAccessibleText(Texts.text("filter.text"));
        text.textProperty().addListener((property, before, now) -> typed(now));
        VBox top = new VBox(8, head, line, text);
        top.getStyleClass().add("filter-head");
        sections.getStyleClass().add("filter-sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("filter-scroll", "edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, scroll);
        model.shown().addListener((property, before, now) -> {
            if (kind.placed()) {
                refresh();
            }
        });
        model.chosen().addListener((property, before, now) -> {
            if (!kind.placed()) {
                refresh();
            }
        });
        model.selections().addListener(property -> refresh());
        // Off screen nothing is kept up.
        visibleProperty().addListener(property -> refresh());
        managedProperty().bind(visibleProperty());
    }

    /// Leaves more room to the map where there is little.
    public void setNarrow(boolean narrow) {
        double width = narrow ? NARROW : WIDE;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
    }

    private static ToggleButton toggle(String key, Kind of) {
        ToggleButton button = new ToggleButton(Texts.text("data." + key));
        button.setId("filter-" + key);
        button.setUserData(of);
        return button;
    }

    private MenuButton exports() {
        MenuButton button = new MenuButton(null, Icons.of(Feather.DOWNLOAD, 14));
        button.setId("filter-export");
        button.getStyleClass().addAll("flat", "icon-button", "no-arrow");
        button.setAccessibleText(Texts.text("filter.export"));
        button.setTooltip(new javafx.scene.control.Tooltip(Texts.text("filter.export")));
        for (RowExport.Format format : RowExport.Format.values()) {
            MenuItem item = new MenuItem(Texts.text("export." + format.ending()));
            item.setId("export-" + format.ending());
            item.setOnAction(event -> export(format));
            button.getItems().add(item);
        }
        return button;
    }

    /// Writes what is left of the kind in view.
    public void export(RowExport.Format format) {
        Shown now = model.shown().get();
        if (now != null && kind.placed()) {
            actions.export(kind, now.left(kind).rows(), format, kind == Kind.USERS ? "users" : "streams");
        }
    }

    /// The kind in view.
    public Kind kind() {
        return kind;
    }

    private void show(Kind other) {
        if (kind != other) {
            kind = other;
            built = null;
            refresh();
        }
    }

    /// Frees the kind in view of all conditions, but for what it is filtered by at first.
    public void reset() {
        model.change(kind, Filter.first(kind), Texts.text("filter.resetDone"), "");
    }

    private void typed(String now) {
        if (!now.equals(model.filter(kind).get().text())) {
            model.change(kind, model.filter(kind).get().withText(now), Texts.text("filter.text"), kind + "text");
        }
    }

    private void refresh() {
        Optional<Left> left = left();
        if (!isVisible() || left.isEmpty()) {
            return;
        }
        Left of = left.get();
        text.setVisible(kind.placed());
        text.setManaged(kind.placed());
        exports.setVisible(kind.placed());
        Catalog catalog = of.facets().catalog();
        if (built == null || !built.hasRowsOf(catalog)) {
            build(of, catalog);
        }
        parts.forEach(part -> part.show(of));
        selections.show(kind);
        count.setText(Texts.text("filter.left", Formats.count(of.count()), Formats.count(of.size())));
        reset.setDisable(model.filter(kind).get().equals(Filter.first(kind)));
        if (!text.isFocused() || model.filter(kind).get().text().isEmpty()) {
            text.setText(model.filter(kind).get().text());
        }
    }

    private Optional<Left> left() {
        if (kind.placed()) {
            return Optional.ofNullable(model.shown().get()).map(now -> now.left(kind));
        }
        return Optional.ofNullable(model.chosen().get()).flatMap(now -> now.left(kind));
    }

    private void build(Left of, Catalog catalog) {
        built = catalog;
        parts = of.facets().columns().stream()
                .filter(facet -> facet.bins() > 1)
                .map(facet -> section(facet, catalog))
                .toList();
        sections.getChildren().setAll(selections);
        parts.forEach(part -> sections.getChildren().add(part.node()));
    }

    private Section section(Facet facet, Catalog catalog) {
        return switch (facet) {
            case NumberFacet numbers -> new NumberSection(model, kind, numbers);
            case ChoiceFacet words -> new WordSection(model, kind, words.key(), words.words(), catalog);
        };
    }
}
