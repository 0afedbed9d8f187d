// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The search: type, choose with the arrows or the pointer, Enter takes the best find.
final class SearchField extends CustomTextField {
    private static final int SHOWN = 9;
    private static final double ROW = 32;

    private final Latest latest;
    private final Supplier<@Nullable SearchIndex> index;
    private final Consumer<Suggestion> chosen;
    private final ListView<Suggestion> finds = new ListView<>();
    private final Popup popup = new Popup();
    private boolean takeBest;

    /// @param latest runs the search
    /// @param index what is searched, null while nothing is open; asked on the worker
    /// @param chosen what to do with the find that is taken
    SearchField(Latest latest, Supplier<@Nullable SearchIndex> index, Consumer<Suggestion> chosen) {
        this.latest = latest;
        this.index = index;
        this.chosen = chosen;
        setId("search");
        getStyleClass().add("search-field");
        setPromptText(Texts.text("search.prompt"));
        setAccessibleText(Texts.text("search.name"));
        setLeft(Icons.of(Feather.SEARCH, 14));
        finds.setId("search-finds");
        finds.getStyleClass().add("search-finds");
        finds.setFixedCellSize(ROW);
        finds.setFocusTraversable(false);
        finds.setAccessibleText(Texts.text("search.finds"));
        finds.setCellFactory(list -> new FindCell());
        finds.setPlaceholder(new Label(Texts.text("search.nothing")));
        finds.setOnMouseClicked(event -> take(finds.getSelectionModel().getSelectedItem()));
        popup.getContent().add(finds);
        popup.setAutoHide(true);
        textProperty().addListener((property, before, now) -> search(now));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                popup.hide();
            }
        });
    }

    private void search(String text) {
        takeBest = false;
        if (text.isBlank()) {
            latest.drop();
            popup.hide();
            return;
        }
        latest.request(
                () -> {
                    SearchIndex searched = index.get();
                    return searched == null ? List.<Suggestion>of() : searched.find(text, SHOWN);
                },
                this::show);
    }

    private void show(List<Suggestion> found) {
        finds.getItems().setAll(found);
        finds.getSelectionModel().selectFirst();
        if (takeBest) {
            take(finds.getSelectionModel().getSelectedItem());
            return;
        }
        if (!isFocused() || getScene() == null) {
            return;
        }
        finds.getStylesheets().setAll(getScene().getStylesheets());
        finds.setPrefWidth(Math.max(getWidth(), 320));
        finds.setPrefHeight(Math.max(1, found.size()) * ROW + 10);
        Bounds at = localToScreen(getBoundsInLocal());
        if (at != null) {
            popup.show(this, at.getMinX(), at.getMaxY() + 4);
        }
    }

    private void key(KeyEvent event) {
        int place = finds.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN) {
            finds.getSelectionModel()
                    .select(Math.min(place + 1, finds.getItems().size() - 1));
        } else if (event.getCode() == KeyCode.UP) {
            finds.getSelectionModel().select(Math.max(place - 1, 0));
        } else if (event.getCode() == KeyCode.ENTER) {
            enter();
        } else if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
        } else {
            return;
        }
        event.consume();
    }

    /// Enter before the finds are there takes the best one when they come.
    private void enter() {
        if (popup.isShowing()) {
            take(finds.getSelectionModel().getSelectedItem());
        } else if (!getText().isBlank()) {
            search(getText());
            takeBest = true;
        }
    }

    private void take(@Nullable Suggestion find) {
        if (find != null) {
            popup.hide();
            clear();
            chosen.accept(find);
        }
    }

    private static final class FindCell extends ListCell<Suggestion> {
        private final Label text = new Label();
        private final Label detail = new Label();
        private final HBox line = new HBox(8);

        FindCell() {
            detail.getStyleClass().add("quiet");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getChildren().addAll(new Label(), text, gap, detail);
        }

        @Override
        protected void updateItem(@Nullable Suggestion find, boolean empty) {
            super.updateItem(find, empty);
            if (empty || find == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Feather glyph =
                    switch (find.kind()) {
                        case CITY -> Feather.MAP_PIN;
                        case USER -> Feather.USER;
                        case STREAM -> Feather.RADIO;
                    };
            line.getChildren().set(0, Icons.of(glyph, 14));
            text.setText(find.text());
            detail.setText(find.detail());
            setGraphic(line);
            setAccessibleText(find.text() + ", " + find.detail());
        }
    }
}
