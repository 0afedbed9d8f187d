// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.domain.Catalog;
import app.hometown.evaluation.Measure;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.table.RowColumn;
import app.hometown.ui.table.RowGrid;
import app.hometown.ui.table.RowOrder;
import app.hometown.workbench.Session;
import app.hometown.workbench.verdict.Slice;
import app.hometown.workbench.verdict.SliceMembers;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The users of the slice that is looked at, those with the largest gain first. A click opens the comparison of one.
final class SliceUsers extends VBox {
    private final EvaluationModel model;
    private final Requests requests;
    private final Latest latest;
    private final Label title = new Label();
    private final Label about = new Label();
    private final RowGrid grid;
    private @Nullable SliceMembers members;
    private int chosen = -1;

    /// @param latest finds the users
    /// @param sorting sorts them
    SliceUsers(EvaluationModel model, Requests requests, Latest latest, Latest sorting) {
        super(6);
        this.model = model;
        this.requests = requests;
        this.latest = latest;
        getStyleClass().add("slice-users");
        setId("evaluate-slice");
        title.getStyleClass().add("strong");
        title.setId("evaluate-slice-title");
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        about.getStyleClass().addAll("quiet", "small");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        grid = new RowGrid("slice-users", sorting, member -> chosen = member);
        grid.onOpened(this::compare);
        grid.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY
                    && event.getClickCount() == 1
                    && event.isStillSincePress()
                    && isRow(event.getPickResult().getIntersectedNode())) {
                compare(chosen);
            }
        });
        grid.setPrefHeight(420);
        HBox head = new HBox(8, title, Icons.button(Feather.X, Texts.text("evaluate.slice.close"), () -> model.slice()
                .set(null)));
        head.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(head, about, grid);
        managedProperty().bind(visibleProperty());
        model.slice().addListener((property, before, now) -> show(now));
        show(model.slice().get());
    }

    private static boolean isRow(@Nullable Node node) {
        Node at = node;
        while (at != null) {
            if (at instanceof TableRow<?> row) {
                return !row.isEmpty();
            }
            at = at.getParent();
        }
        return false;
    }

    private void compare(int member) {
        SliceMembers now = members;
        if (now != null && member >= 0 && member < now.size()) {
            requests.compare(now.row(member));
        }
    }

    private void show(@Nullable Slice slice) {
        Evaluated shown = model.shown().get();
        setVisible(slice != null && shown != null);
        latest.drop();
        members = null;
        chosen = -1;
        if (slice == null || shown == null) {
            return;
        }
        title.setText(Texts.text(
                "evaluate.slice",
                VerdictWords.group(slice),
                Texts.counted("count.users", slice.result().users())));
        Session session = shown.session();
        grid.setVisible(session != null);
        if (session == null) {
            about.setText(Texts.text("evaluate.slice.other"));
            return;
        }
        Measure measure = shown.findings().measure();
        int k = shown.findings().k();
        about.setText(Texts.text(
                "evaluate.slice.about",
                VerdictWords.at(measure, k),
                VerdictWords.ranker(slice.second()),
                VerdictWords.ranker(slice.first())));
        latest.request(() -> SliceMembers.of(shown.findings(), session, slice), found -> {
            members = found;
            if (found.size() < slice.result().users()) {
                about.setText(Texts.text(
                        "evaluate.slice.some",
                        Formats.count(found.size()),
                        Formats.count(slice.result().users())));
            }
            grid.show(found.size(), columns(found, session.requireData().catalog(), measure));
            grid.sortDescending("column.evaluate.difference");
            grid.select(-1);
        });
    }

    private static List<RowColumn> columns(SliceMembers found, Catalog catalog, Measure measure) {
        return List.of(
                RowColumn.text(
                        "column.user",
                        112,
                        member -> catalog.users().ids().get(found.row(member)),
                        (a, b) -> catalog.users().ids().compare(found.row(a), found.row(b))),
                RowColumn.figures(
                        "column.evaluate.difference",
                        96,
                        member -> VerdictWords.signed(measure, found.difference(member)),
                        RowOrder.by(found::difference)),
                RowColumn.figures(
                        "column.evaluate.rival",
                        72,
                        member -> VerdictWords.number(measure, found.second(member)),
                        RowOrder.by(found::second)),
                RowColumn.figures(
                        "column.evaluate.reference",
                        72,
                        member -> VerdictWords.number(measure, found.first(member)),
                        RowOrder.by(found::first)));
    }
}
