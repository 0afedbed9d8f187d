// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Tips;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Selection;
import app.hometown.workbench.explore.Selections;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What was drawn round, to be kept under a name or dropped.
public final class EnclosureCard extends VBox {
    private final ExploreModel model;
    private final Label found = new Label();
    private final TextField name = new TextField();
    private final Button both = button("explore.keep", List.of(Kind.USERS, Kind.STREAMS));
    private final Button users = button("explore.keep.users", List.of(Kind.USERS));
    private final Button streams = button("explore.keep.streams", List.of(Kind.STREAMS));

    public EnclosureCard(ExploreModel model) {
        super(8);
        this.model = model;
        setId("enclosure");
        getStyleClass().add("enclosure");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        found.setId("enclosure-found");
        found.getStyleClass().add("strong");
        name.setId("enclosure-name");
        name.setPrefColumnCount(9);
        name.setAccessibleText(Texts.text("explore.name"));
        name.setOnAction(event -> (both.isVisible() ? both : users.isVisible() ? users : streams).fire());
        Button drop = Icons.button(Feather.X, Texts.text("explore.drop"), model::dropEnclosed);
        drop.setCancelButton(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button only = new Button(Texts.text("explore.only"));
        only.setId("explore-only");
        only.setMinWidth(USE_PREF_SIZE);
        Tips.set(only, Texts.text("explore.only.tip"));
        only.setOnAction(event -> model.onlyEnclosed(Texts.text("explore.only.done")));
        HBox head = new HBox(8, found, gap, only, drop);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox keep = new HBox(8, name, both, users, streams);
        keep.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, keep);
        both.getStyleClass().add("accent");
        found.setMinWidth(0);
        for (Button button : List.of(both, users, streams)) {
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        setVisible(false);
        managedProperty().bind(visibleProperty());
        model.enclosed().addListener((property, before, now) -> show(now));
    }

    private Button button(String key, List<Kind> kinds) {
        Button button = new Button(Texts.text(key));
        button.setId(key.replace('.', '-'));
        button.setOnAction(event -> keep(kinds));
        return button;
    }

    private void show(Optional<ExploreModel.Enclosure> enclosure) {
        setVisible(enclosure.isPresent());
        enclosure.ifPresent(now -> {
            int userCount = now.users().cardinality();
            int streamCount = now.streams().cardinality();
            found.setText(Texts.text(
                    "explore.found",
                    Texts.counted("count.users", userCount),
                    Texts.counted("count.streams", streamCount)));
            name.setText(now.name());
            both.setVisible(userCount > 0 && streamCount > 0);
            users.setVisible(userCount > 0);
            streams.setVisible(streamCount > 0);
            name.requestFocus();
            name.selectAll();
        });
    }

    private void keep(List<Kind> kinds) {
        Optional<ExploreModel.Enclosure> enclosure = model.enclosed().get();
        if (enclosure.isEmpty()) {
            return;
        }
        String called = name.getText().isBlank()
                ? enclosure.get().name()
                : name.getText().strip();
        model.select(Texts.text("explore.kept", called), before -> {
            Selections after = before;
            for (Kind kind : kinds) {
                BitSet rows = enclosure.get().rows(kind);
                if (!rows.isEmpty()) {
                    after = after.with(new Selection(called, kind, rows));
                }
            }
            return after;
        });
        model.dropEnclosed();
    }
}
