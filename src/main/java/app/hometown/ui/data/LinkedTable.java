// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.data;

import app.hometown.domain.Catalog;
import app.hometown.files.AtomicFile;
import app.hometown.ui.explore.ExploreModel;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.table.RowColumn;
import app.hometown.ui.table.RowGrid;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Left;
import app.hometown.workbench.explore.LinkedSamples;
import app.hometown.workbench.explore.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The table of one kind: what the selection leaves, with a text and values to filter the selection by. The text of
/// users and streams is the selection's own; samples have none there, so theirs is the table's.
final class LinkedTable extends StackPane {
    private final Kind kind;
    private final Workbench workbench;
    private final ExploreModel model;
    private final TablesPane.Elsewhere elsewhere;
    private final IntegerProperty streamRow;
    private final RowGrid grid;
    private final HBox tools;
    private final TextField text = new TextField();
    private final Label count = new Label();
    private final Button reset = new Button(Texts.text("filter.reset"));
    private final Label none = new Label(Texts.text("tables.noSamples"));
    private List<DataColumn> columns = List.of();
    private @Nullable Catalog catalog;
    private Optional<LinkedSamples> linked = Optional.empty();
    private boolean following;

    LinkedTable(
            Kind kind,
            Workbench workbench,
            ExploreModel model,
            TablesPane.Elsewhere elsewhere,
            IntegerProperty streamRow,
            Latest latest,
            Executor saving) {
        this.kind = kind;
        this.workbench = workbench;
        this.model = model;
        this.elsewhere = elsewhere;
        this.streamRow = streamRow;
        getStyleClass().add("row-table");
        String name = name();
        grid = new RowGrid(name, latest, this::picked);
        grid.onOpened(this::open);
        grid.onOffer(this::offers);
        grid.onArranged(this::count);
        grid.choice().want(workbench.settings().get().tables().getOrDefault(name, List.of()));
        grid.choice()
                .onChange(shown ->
                        saving.execute(() -> workbench.settings().update(settings -> settings.withTable(name, shown))));
        text.setId(name + "-filter");
        text.setPromptText(Texts.text("tables.text." + kind));
        text.setAccessibleText(Texts.text("tables.text." + kind));
        text.setPrefWidth(220);
        text.setMinWidth(100);
        text.textProperty().addListener((property, before, now) -> typed(now));
        count.setId(name + "-count");
        count.getStyleClass().add("strong");
        count.setMinWidth(0);
        reset.getStyleClass().addAll("flat", "small");
        reset.setId(name + "-reset");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(event -> free());
        reset.visibleProperty().bind(model.filter(kind).isNotEqualTo(Filter.first(kind)));
        reset.managedProperty().bind(reset.visibleProperty());
        model.filter(kind).addListener((property, before, now) -> follow(now));
        Button export = new Button(Texts.text("tables.export"), Icons.of(Feather.DOWNLOAD, 14));
        export.setId(name + "-export");
        export.setOnAction(event -> export());
        export.setMinWidth(USE_PREF_SIZE);
        grid.choice().button().setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        tools = new HBox(8, text, count, reset, gap, grid.choice().button(), export);
        tools.setAlignment(Pos.CENTER_LEFT);
        none.setWrapText(true);
        none.getStyleClass().add("quiet");
        none.setVisible(false);
        getChildren().addAll(grid, none, sorting());
    }

    /// The text, the count and the buttons, to stand above the table.
    HBox tools() {
        return tools;
    }

    private String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// What one sees while a sort takes long: how far it is, and how to give it up.
    private HBox sorting() {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("thin-bar");
        bar.setPrefWidth(160);
        bar.progressProperty().bind(grid.sorting());
        HBox box = new HBox(
                10,
                new Label(Texts.text("tables.sorting")),
                bar,
                Icons.button(Feather.X, Texts.text("job.cancel"), grid::cancel));
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("sorting-note");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.visibleProperty().bind(grid.sorting().greaterThanOrEqualTo(0));
        StackPane.setAlignment(box, Pos.BOTTOM_CENTER);
        StackPane.setMargin(box, new Insets(0, 0, 24, 0));
        return box;
    }

    /// Shows what is left.
    void show(Catalog now, Optional<LinkedSamples> samples, Optional<Left> left) {
        none.setVisible(left.isEmpty());
        grid.setVisible(left.isPresent());
        if (left.isEmpty()) {
            count.setText("");
            return;
        }
        Catalog before = catalog;
        boolean sameRows = before != null && now.hasRowsOf(before) && samples.equals(linked);
        boolean other = !same(now, before);
        catalog = now;
        linked = samples;
        if (!sameRows || other) {
            columns = switch (kind) {
                case USERS -> DataColumns.users(now);
                case STREAMS -> DataColumns.streams(now);
                case SAMPLES ->
                    samples.map(all -> DataColumns.samples(all, now)).orElse(List.of());
            };
            List<RowColumn> shown = DataColumns.shown(columns);
            if (sameRows) {
                grid.update(shown);
            } else {
                grid.show(left.get().size(), shown);
            }
        }
        grid.leave(left.get().rows());
    }

    @SuppressWarnings("ReferenceEquality") // other values are another snapshot
    private static boolean same(Catalog one, @Nullable Catalog other) {
        return one == other;
    }

    void select(int row) {
        grid.select(row);
    }

    private void count(int[] shown) {
        int size =
                switch (kind) {
                    case SAMPLES -> linked.map(LinkedSamples::size).orElse(0);
                    default -> catalog == null ? 0 : kind.size(catalog);
                };
        count.setText(
                shown.length == size
                        ? Texts.text("tables.all." + kind, Formats.count(size))
                        : Texts.text("tables.left." + kind, Formats.count(shown.length), Formats.count(size)));
    }

    private void picked(int row) {
        switch (kind) {
            case USERS -> elsewhere.pick(row);
            case STREAMS -> streamRow.set(row);
            case SAMPLES -> {
                int user = linked.map(all -> all.userRow(row)).orElse(LinkedSamples.UNKNOWN);
                int stream = linked.map(all -> all.streamRow(row)).orElse(LinkedSamples.UNKNOWN);
                if (user >= 0) {
                    elsewhere.pick(user);
                }
                if (stream >= 0) {
                    streamRow.set(stream);
                }
            }
        }
    }

    private void open(int row) {
        picked(row);
        switch (kind) {
            case USERS -> elsewhere.showUser(row);
            case STREAMS -> elsewhere.showStream(row);
            case SAMPLES -> {
                int user = linked.map(all -> all.userRow(row)).orElse(LinkedSamples.UNKNOWN);
                int stream = linked.map(all -> all.streamRow(row)).orElse(LinkedSamples.UNKNOWN);
                if (user >= 0) {
                    elsewhere.showUser(user);
                } else if (stream >= 0) {
                    elsewhere.showStream(stream);
                } else {
                    elsewhere.say(Texts.text("tables.unknown"));
                }
            }
        }
    }

    private void typed(String now) {
        if (following) {
            return;
        }
        if (kind == Kind.SAMPLES) {
            String query = now.strip().toLowerCase(Locale.ROOT);
            linked.ifPresent(all -> grid.admit(query.isEmpty() ? null : () -> DataColumns.named(all.samples(), query)));
        } else if (!now.equals(model.filter(kind).get().text())) {
            model.change(kind, model.filter(kind).get().withText(now), Texts.text("filter.text"), kind + "text");
        }
    }

    private void follow(Filter now) {
        if (kind != Kind.SAMPLES && !now.text().equals(text.getText())) {
            following = true;
            text.setText(now.text());
            following = false;
        }
    }

    private void free() {
        model.change(kind, Filter.first(kind), Texts.text("filter.reset"), "");
    }

    /// What a right click on a value offers: the map, and the value as a condition.
    private List<MenuItem> offers(RowColumn column, Integer row) {
        List<MenuItem> items = new ArrayList<>();
        MenuItem map = new MenuItem(Texts.text("tables.map"), Icons.of(Feather.MAP_PIN, 14));
        map.setId("table-on-map");
        map.setOnAction(event -> open(row));
        items.add(map);
        columns.stream()
                .filter(each -> each.column().key().equals(column.key()))
                .findFirst()
                .flatMap(DataColumn::condition)
                .ifPresent(condition -> {
                    List<MenuItem> filters = conditions(condition, column, row);
                    if (!filters.isEmpty()) {
                        items.add(new SeparatorMenuItem());
                        items.addAll(filters);
                    }
                });
        items.add(new SeparatorMenuItem());
        return items;
    }

    private List<MenuItem> conditions(DataColumn.Condition condition, RowColumn column, int row) {
        Filter filter = model.filter(condition.kind()).get();
        String key = condition.key();
        List<MenuItem> items = new ArrayList<>();
        switch (condition) {
            case DataColumn.Condition.OfWords words -> {
                for (String word : words.words().apply(row)) {
                    String shown = words.words().apply(row).size() == 1
                            ? column.text().apply(row)
                            : catalog == null ? word : catalog.categoryName(word);
                    items.add(item(
                            Texts.text("tables.only", Texts.text(column.key()), shown),
                            condition,
                            filter.withWords(key, Set.of(word))));
                }
            }
            case DataColumn.Condition.OfNumber number -> {
                double value = number.number().applyAsDouble(row);
                if (!Double.isNaN(value)) {
                    String shown = column.text().apply(row);
                    String name = Texts.text(column.key());
                    Range now = filter.range(key);
                    items.add(item(
                            Texts.text("tables.atLeast", name, shown),
                            condition,
                            filter.withRange(key, new Range(value, Math.max(value, now.most())))));
                    items.add(item(
                            Texts.text("tables.atMost", name, shown),
                            condition,
                            filter.withRange(key, new Range(Math.min(value, now.least()), value))));
                }
            }
        }
        if (filter.ranges().containsKey(key) || filter.words().containsKey(key)) {
            items.add(item(
                    Texts.text("tables.free", Texts.text(column.key())),
                    condition,
                    filter.withRange(key, Range.ALL).withWords(key, null)));
        }
        return items;
    }

    private MenuItem item(String words, DataColumn.Condition condition, Filter after) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.change(condition.kind(), after, words, ""));
        return item;
    }

    /// Puts the chosen rows on the clipboard.
    void copy() {
        int copied = grid.copy();
        elsewhere.say(copied == 0 ? Texts.text("tables.nothingChosen") : Texts.counted("tables.copied", copied));
    }

    /// Writes what is shown, in its order and columns, to a file that the person chooses.
    void export() {
        int[] rows = grid.shown();
        List<RowColumn> visible = grid.choice().visible();
        elsewhere
                .saveAs(name() + ".csv")
                .ifPresent(file -> elsewhere.follow(
                        workbench.jobs().start(Texts.text("tables.exporting"), progress -> {
                            AtomicFile.write(file, out -> {
                                try {
                                    RowGrid.csv(rows, visible, progress, piece -> {
                                        try {
                                            out.write(piece.getBytes(StandardCharsets.UTF_8));
                                        } catch (IOException e) {
                                            throw new UncheckedIOException(e);
                                        }
                                    });
                                } catch (UncheckedIOException e) {
                                    throw e.getCause();
                                }
                            });
                            return file;
                        }),
                        written ->
                                elsewhere.say(Texts.counted("tables.exported", rows.length, written.getFileName()))));
    }
}
