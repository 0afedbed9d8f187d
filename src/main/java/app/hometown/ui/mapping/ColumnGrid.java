// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.mapping;

import app.hometown.data.mapping.FileKind;
import app.hometown.data.mapping.Mapping;
import app.hometown.data.mapping.Target;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Our columns one below the other, each with the choice of what it comes from.
final class ColumnGrid extends ScrollPane {
    private final MappingModel model;
    private final IntSupplier file;
    private final GridPane grid = new GridPane(12, 4);
    private List<ColumnLine> lines = List.of();
    private @Nullable FileKind kind;
    private List<String> header = List.of();
    private int of = -1;

    /// @param file the one that is shown
    ColumnGrid(MappingModel model, IntSupplier file) {
        this.model = model;
        this.file = file;
        setId("mapping-columns");
        getStyleClass().addAll("mapping-columns", "edge-to-edge");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(120);
        for (int share : new int[] {27, 25, 22, 26}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        setContent(grid);
    }

    void show(MappingModel.Entry entry) {
        Mapping mapping = entry.mapping().orElse(null);
        grid.setDisable(mapping == null);
        if (mapping == null) {
            return;
        }
        List<String> now = entry.preview().source().header();
        if (kind != mapping.kind() || !header.equals(now) || of != file.getAsInt()) {
            kind = mapping.kind();
            header = now;
            of = file.getAsInt();
            build(entry, mapping.kind());
            setVvalue(0);
        }
        lines.forEach(line -> line.show(mapping, entry.preview()));
    }

    private void build(MappingModel.Entry entry, FileKind now) {
        grid.getChildren().clear();
        int row = 0;
        for (String key : List.of("needed", "from", "how", "values")) {
            Label label = new Label(Texts.text("mapping." + key));
            label.getStyleClass().addAll("quiet", "small");
            grid.add(label, row++, 0);
        }
        List<ColumnLine> made = new ArrayList<>();
        for (Target target : now.targets()) {
            ColumnLine line = new ColumnLine(
                    target,
                    entry.preview(),
                    binding -> model.map(file.getAsInt(), mapping -> mapping.with(target, binding)));
            made.add(line);
            grid.addRow(made.size(), line.name(), line.from(), line.how(), line.values());
        }
        lines = made;
    }
}
