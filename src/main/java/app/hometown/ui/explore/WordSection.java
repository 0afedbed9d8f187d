// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.domain.Catalog;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Left;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Words to tick, each with the count of what the other conditions leave; nothing ticked leaves all. The most frequent
/// stand first, in an order that stays while filters change.
final class WordSection implements Section {
    private static final int ROWS = 5;
    private static final int SEARCHED_FROM = 12;
    private static final double ROW = 24;

    private final ExploreModel model;
    private final Kind kind;
    private final String key;
    private final List<String> words;
    private final Catalog catalog;
    private final ListView<Integer> list = new ListView<>();
    private final TextField search = new TextField();
    private final VBox node;
    private final List<Cell> cells = new ArrayList<>();
    private int[] counts = new int[0];
    private List<Integer> order = List.of();

    WordSection(ExploreModel model, Kind kind, String key, List<String> words, Catalog catalog) {
        this.model = model;
        this.kind = kind;
        this.key = key;
        this.words = words;
        this.catalog = catalog;
        Label title = new Label(Words.column(key));
        title.getStyleClass().add("strong");
        list.setId("words-" + key);
        list.getStyleClass().add("word-list");
        list.setFixedCellSize(ROW);
        list.setAccessibleText(title.getText());
        list.setCellFactory(view -> new Cell());
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Integer focused = list.getFocusModel().getFocusedItem();
            if ((event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) && focused != null) {
                toggle(focused);
                event.consume();
            }
        });
        search.setId("find-" + key);
        search.getStyleClass().add("small");
        search.setPromptText(Texts.text("filter.find"));
        search.setAccessibleText(Texts.text("filter.findIn", title.getText()));
        search.setPrefColumnCount(8);
        search.textProperty().addListener(property -> fill());
        search.setVisible(words.size() >= SEARCHED_FROM);
        search.managedProperty().bind(search.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, search);
        head.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(2, head, list);
        node.getStyleClass().add("facet");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Left left) {
        counts = left.counts(key);
        if (order.isEmpty()) {
            int[] first = counts;
            Comparator<Integer> most = Comparator.comparingInt(code -> -first[code]);
            order = IntStream.range(0, words.size())
                    .boxed()
                    .sorted(words.size() == 2 ? Comparator.naturalOrder() : most)
                    .toList();
            fill();
        } else {
            cells.forEach(Cell::update);
        }
    }

    private void fill() {
        String part = search.getText().strip().toLowerCase(Locale.ROOT);
        List<Integer> found = new ArrayList<>(order);
        found.removeIf(code -> !Words.word(key, words.get(code), catalog)
                .toLowerCase(Locale.ROOT)
                .contains(part));
        list.getItems().setAll(found);
        double height = Math.clamp(found.size(), 1, ROWS) * ROW + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
    }

    private boolean ticked(int code) {
        Set<String> chosen = model.filter(kind).get().chosen(key);
        return chosen != null && chosen.contains(words.get(code));
    }

    private void toggle(int code) {
        Set<String> before = model.filter(kind).get().chosen(key);
        Set<String> chosen = before == null ? new HashSet<>() : new HashSet<>(before);
        if (!chosen.remove(words.get(code))) {
            chosen.add(words.get(code));
        }
        model.change(
                kind,
                model.filter(kind).get().withWords(key, chosen.isEmpty() ? null : chosen),
                Texts.text("filter.of", Words.column(key)),
                "");
        cells.forEach(Cell::update);
    }

    /// A word: its tick, its name, its count.
    private final class Cell extends ListCell<Integer> {
        private final CheckBox tick = new CheckBox();
        private final Label count = new Label();
        private final HBox line;

        Cell() {
            tick.setFocusTraversable(false);
            tick.setMinWidth(0);
            tick.setMnemonicParsing(false);
            tick.setOnAction(event -> {
                Integer code = getItem();
                if (code != null) {
                    toggle(code);
                }
            });
            count.getStyleClass().addAll("quiet", "small");
            count.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(8, tick, gap, count);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            cells.add(this);
        }

        /// Shows the newest count in place: a cell that is being clicked stays the same.
        void update() {
            updateItem(getItem(), isEmpty());
        }

        @Override
        protected void updateItem(@Nullable Integer code, boolean empty) {
            super.updateItem(code, empty);
            if (empty || code == null) {
                setGraphic(null);
                return;
            }
            String word = Words.word(key, words.get(code), catalog);
            int number = code < counts.length ? counts[code] : 0;
            tick.setText(word);
            tick.setSelected(ticked(code));
            count.setText(Formats.count(number));
            line.setOpacity(number == 0 && !ticked(code) ? 0.5 : 1);
            setAccessibleText(Texts.text(ticked(code) ? "filter.ticked" : "filter.unticked", word, count.getText()));
            setGraphic(line);
        }
    }
}
