// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.mapping;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The files that are about to be opened, each with what it is taken for and whether that works.
final class FileList extends ListView<Integer> {
    private static final double ROW = 52;

    private final MappingModel model;
    private boolean following;

    /// @param turn shows a file
    FileList(MappingModel model, IntConsumer turn) {
        this.model = model;
        setId("mapping-files");
        setAccessibleText(Texts.text("mapping.files"));
        getStyleClass().add("mapping-files");
        setFixedCellSize(ROW);
        setPrefWidth(216);
        setMinWidth(160);
        setCellFactory(list -> new Cell());
        getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (!following && now.intValue() >= 0) {
                turn.accept(now.intValue());
            }
        });
    }

    void refresh(int file) {
        following = true;
        int count = model.entries().size();
        if (getItems().size() == count) {
            refresh();
        } else {
            getItems().setAll(IntStream.range(0, count).boxed().toList());
        }
        getSelectionModel().select(file);
        following = false;
    }

    private final class Cell extends ListCell<Integer> {
        private final Label name = new Label();
        private final Label what = new Label();
        private final FontIcon sign = Icons.of(Feather.CHECK, 14);
        private final VBox words = new VBox(1, name, what);
        private final HBox line = new HBox(10, sign, words);

        Cell() {
            name.getStyleClass().add("strong");
            what.getStyleClass().addAll("quiet", "small");
            name.setMaxWidth(150);
            words.setAlignment(Pos.CENTER_LEFT);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Integer file, boolean empty) {
            super.updateItem(file, empty);
            if (empty || file == null || file >= model.entries().size()) {
                setGraphic(null);
                return;
            }
            MappingModel.Entry entry = model.entries().get(file);
            name.setText(String.valueOf(entry.preview().source().path().getFileName()));
            MappingModel.Check check = entry.check();
            boolean used = entry.kind() != null;
            boolean bad = entry.mapping()
                            .filter(mapping -> !mapping.missing().isEmpty())
                            .isPresent()
                    || (used && check != null && !check.good());
            sign.setIconCode(!used ? Feather.MINUS : bad ? Feather.ALERT_CIRCLE : Feather.CHECK);
            what.setText(
                    entry.kind() == null
                            ? Texts.text("mapping.kind.none")
                            : Texts.text("mapping.kind." + entry.kind()));
            getStyleClass().removeAll(List.of("bad"));
            if (bad) {
                getStyleClass().add("bad");
            }
            setGraphic(line);
        }
    }
}
