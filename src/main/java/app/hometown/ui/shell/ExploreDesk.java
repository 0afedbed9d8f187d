// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.data.RowExport;
import app.hometown.domain.Catalog;
import app.hometown.geo.Geodesic;
import app.hometown.geo.Vector;
import app.hometown.ui.explore.ClockBar;
import app.hometown.ui.explore.EnclosureCard;
import app.hometown.ui.explore.ExploreModel;
import app.hometown.ui.explore.FilterPane;
import app.hometown.ui.explore.MapTools;
import app.hometown.ui.explore.Shown;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.map.AreaTool;
import app.hometown.ui.map.MapPane;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.History;
import app.hometown.workbench.explore.KeptSelections;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Selection;
import app.hometown.workbench.explore.Selections;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Keeps the filters, the tools on the map and the map together.
final class ExploreDesk implements FilterPane.Actions {
    /// A window in which map and filters together are narrower has little room.
    private static final double NARROW = 700;

    /// A circle round a selection that lies in one place.
    private static final double LEAST_KM = 5;

    private final Workbench workbench;
    private final MainWindow window;
    private final FileChoices files;
    private final ExploreModel model;
    private final MapPane map;
    private final MapMarks marks;
    private final ClockBar clock;
    private final MapTools tools;
    private @Nullable FilterPane filters;
    private final Latest finding;
    private final KeptSelections kept;
    private final Executor saving;
    private final BorderPane node;
    private Runnable giveBack = () -> {};
    private boolean dark;

    ExploreDesk(
            Workbench workbench, MainWindow window, MapPane map, FileChoices files, Workers workers, History history) {
        this.workbench = workbench;
        this.window = window;
        this.map = map;
        this.files = files;
        model = new ExploreModel(
                workbench,
                history,
                new Latest(workers.exploring(), FxThread.EXECUTOR, window::failed),
                new Latest(workers.exploring(), FxThread.EXECUTOR, window::failed));
        finding = new Latest(workers.exploring(), FxThread.EXECUTOR, window::failed);
        marks = new MapMarks(map);
        clock = new ClockBar(workbench, workers.reading(), window::say, window::failed);
        tools = new MapTools(model, clock);
        kept = new KeptSelections(workbench.folders().settings().resolveSibling("selections"));
        saving = workers.saving();
        model.onSelected((of, selections) -> saving.execute(() -> kept.write(of, selections)));
        EnclosureCard card = new EnclosureCard(model);
        StackPane stage = new StackPane(map, tools, card);
        stage.setMinWidth(0);
        StackPane.setAlignment(tools, Pos.TOP_LEFT);
        StackPane.setMargin(tools, new Insets(12, 100, 0, 12));
        StackPane.setAlignment(card, Pos.TOP_LEFT);
        StackPane.setMargin(card, new Insets(54, 56, 0, 12));
        node = new BorderPane(stage);
        tools.filter().selectedProperty().addListener((property, before, now) -> {
            filters().setVisible(now);
            makeRoom(now);
        });
        model.shown().addListener((property, before, now) -> marks.show(now, dark));
        map.layers().addListener(property -> marks.show(model.shown().get(), dark));
        AreaTool areas = map.areas();
        areas.onDrawn(area -> model.enclose(area, finding, Texts.text("explore.area"), () -> {
            areas.clear();
            window.say(Texts.text("explore.nothing"));
        }));
        model.enclosed().addListener((property, before, now) -> {
            if (now.isEmpty()) {
                areas.clear();
                map.requestFocus();
            }
        });
        bind(tools.box(), AreaTool.Mode.BOX);
        bind(tools.lasso(), AreaTool.Mode.LASSO);
    }

    /// The filters; made when they are first asked for.
    private FilterPane filters() {
        FilterPane made = filters;
        if (made == null) {
            FilterPane pane = new FilterPane(model, this, this::close);
            pane.setVisible(tools.filter().isSelected());
            pane.setNarrow(node.getWidth() < NARROW);
            node.widthProperty().addListener((property, before, now) -> pane.setNarrow(now.doubleValue() < NARROW));
            node.setLeft(pane);
            made = pane;
            filters = made;
        }
        return made;
    }

    private void makeRoom(boolean withFilters) {
        giveBack.run();
        giveBack = withFilters && node.getWidth() < NARROW ? window.sides().makeRoom() : () -> {};
    }

    private void bind(ToggleButton button, AreaTool.Mode mode) {
        AreaTool areas = map.areas();
        button.setOnAction(event -> areas.modeProperty().set(button.isSelected() ? mode : AreaTool.Mode.NONE));
        areas.modeProperty().addListener((property, before, now) -> button.setSelected(now == mode));
    }

    /// The map with its tools, and the filters beside it.
    Node node() {
        return node;
    }

    /// What is filtered and how it looks.
    ExploreModel model() {
        return model;
    }

    /// The simulated clock.
    ClockBar clock() {
        return clock;
    }

    /// Shows what is open now.
    ///
    /// @param otherRows whether it is other data than before
    void show(Session session, boolean otherRows) {
        if (otherRows) {
            clock.stop();
        }
        model.show(session);
        if (otherRows) {
            session.data()
                    .map(OpenData::catalog)
                    .ifPresent(open -> saving.execute(() -> {
                        Selections before = kept.read(open);
                        if (!before.all().isEmpty()) {
                            workbench.restore(open, before);
                        }
                    }));
        }
    }

    /// Follows the theme.
    void setDark(boolean now) {
        dark = now;
        marks.show(model.shown().get(), dark);
    }

    /// Shows on the map for whom rankers differ, where that layer is on; null shows nobody.
    void differ(@Nullable UserMarks differing) {
        marks.differ(differing);
        marks.show(model.shown().get(), dark);
    }

    /// Whether the map knows for whom rankers differ.
    boolean knowsDifferences() {
        return marks.knowsDifferences();
    }

    /// Shows or hides the filters beside the map.
    void toggleFilters() {
        tools.filter().setSelected(!tools.filter().isSelected());
    }

    /// Saves what is left of the kind in view.
    void exportLeft(RowExport.Format format) {
        filters().export(format);
    }

    /// Frees the kind in view of all filters.
    void resetFilters() {
        filters().reset();
    }

    /// Selects all that is in view.
    void selectView() {
        map.areas().takeView();
    }

    private void close() {
        tools.filter().setSelected(false);
        map.requestFocus();
    }

    @Override
    public void failed(RuntimeException error) {
        window.failed(error);
    }

    @Override
    public void export(Kind kind, BitSet rows, RowExport.Format format, String name) {
        Optional<Catalog> catalog = workbench.session().data().map(OpenData::catalog);
        if (catalog.isEmpty()) {
            return;
        }
        files.save(Texts.text("export.rows.title"), name + "." + format.ending())
                .ifPresent(file -> {
                    window.began();
                    var job = workbench.jobs().start(Texts.text("export.rows.job", name), progress -> {
                        if (kind == Kind.USERS) {
                            RowExport.users(file, format, catalog.get(), rows, progress);
                        } else {
                            RowExport.streams(file, format, catalog.get(), rows, progress);
                        }
                        return file;
                    });
                    FxThread.whenDone(
                            job.result(),
                            done -> window.say(Texts.text("export.rows.done", Formats.count(rows.cardinality()), done)),
                            window::failed);
                });
    }

    @Override
    public void goTo(Selection selection) {
        Shown shown = model.shown().get();
        if (shown == null) {
            return;
        }
        Catalog catalog = shown.users().facets().catalog();
        finding.request(
                () -> circle(selection, catalog),
                circle -> map.flyTo(circle.latitude(), circle.longitude(), OptionalDouble.of(circle.radiusKm())));
    }

    private record Circle(double latitude, double longitude, double radiusKm) {}

    /// Round the middle of the places as vectors, so that the dateline is nothing special.
    private static Circle circle(Selection selection, Catalog catalog) {
        double x = 0;
        double y = 0;
        double z = 0;
        BitSet rows = selection.rows();
        Kind kind = selection.kind();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            Vector vector = Vector.of(kind.latitude(catalog, row), kind.longitude(catalog, row));
            x += vector.x();
            y += vector.y();
            z += vector.z();
        }
        double latitude = Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
        double longitude = Math.toDegrees(Math.atan2(y, x));
        double radius = LEAST_KM;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            radius = Math.max(
                    radius,
                    Geodesic.distanceKm(
                            latitude, longitude, kind.latitude(catalog, row), kind.longitude(catalog, row)));
        }
        return new Circle(latitude, longitude, radius);
    }

    @Override
    public Optional<String> rename(Selection selection) {
        TextInputDialog dialog = new TextInputDialog(selection.name());
        dialog.initOwner(window.scene().getWindow());
        Theme.adopt(dialog.getDialogPane(), window.scene());
        dialog.setTitle(Texts.text("selections.rename"));
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.setContentText(Texts.text("selections.name", selection.name()));
        return dialog.showAndWait();
    }
}
