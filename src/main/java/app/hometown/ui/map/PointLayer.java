// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.domain.Catalog;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Latest;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// All users and streams, projected, filtered and drawn on a thread of its own ([BlockLayer]).
///
/// Other marks or streams that go on or off the air leave the projected points as they are.
final class PointLayer extends Pane {
    private static final Logger LOG = Logger.getLogger(PointLayer.class.getName());

    private static final ExecutorService DRAWING = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("map points").factory());

    private final BlockLayer<PointContent> blocks;
    private final Latest preparing;
    private final Runnable drawnListener;
    private final Consumer<CityTotals> citiesListener;
    private CityTotals cities = CityTotals.NONE;
    private final Prepared prepared = new Prepared();

    private Wanted wanted = new Wanted(null, Marks.ALL, Marks.ALL, Marks.NONE, LayerStack.FIRST, false, true);
    private PointContent content = new PointContent(PointView.EMPTY, PointView.EMPTY, List.of(), false, true);
    private @Nullable Catalog shownOf;
    private boolean preparingNow;
    private @Nullable MapCamera camera;
    private double scale = 1;

    /// What the layer was told.
    private record Wanted(
            @Nullable Catalog catalog,
            Marks users,
            Marks streams,
            Marks differing,
            LayerStack layers,
            boolean dark,
            boolean named) {}

    /// What has been prepared of it.
    private record Answer(@Nullable Catalog catalog, PointContent content, CityTotals cities) {}

    /// What cities were counted of.
    private record Views(PointView users, PointView streams) {}

    /// @param drawnListener called on the JavaFX thread after something has come on the screen
    /// @param citiesListener called on the JavaFX thread with the cities' totals, when they are shown, and without
    /// any
    PointLayer(Runnable drawnListener, Consumer<CityTotals> citiesListener) {
        this.drawnListener = drawnListener;
        this.citiesListener = citiesListener;
        blocks = new BlockLayer<>(new PointPainter(), DRAWING, drawnListener);
        preparing = new Latest(DRAWING, FxThread.EXECUTOR, this::failed);
        setMouseTransparent(true);
        setManaged(false);
        getChildren().add(blocks);
    }

    BlockLayer<?> blocks() {
        return blocks;
    }

    private void failed(RuntimeException error) {
        LOG.log(Level.SEVERE, "the points of the map could not be prepared", error);
        preparingNow = false;
        drawnListener.run();
    }

    void setPoints(Catalog catalog) {
        prepare(new Wanted(
                catalog, wanted.users, wanted.streams, wanted.differing, wanted.layers, wanted.dark, wanted.named));
    }

    void setUserMarks(Marks marks) {
        prepare(new Wanted(
                wanted.catalog, marks, wanted.streams, wanted.differing, wanted.layers, wanted.dark, wanted.named));
    }

    void setStreamMarks(Marks marks) {
        prepare(new Wanted(
                wanted.catalog, wanted.users, marks, wanted.differing, wanted.layers, wanted.dark, wanted.named));
    }

    void setDifferingMarks(Marks marks) {
        prepare(new Wanted(
                wanted.catalog, wanted.users, wanted.streams, marks, wanted.layers, wanted.dark, wanted.named));
    }

    void setLayers(LayerStack layers) {
        prepare(new Wanted(
                wanted.catalog, wanted.users, wanted.streams, wanted.differing, layers, wanted.dark, wanted.named));
    }

    void setDark(boolean dark) {
        prepare(new Wanted(
                wanted.catalog, wanted.users, wanted.streams, wanted.differing, wanted.layers, dark, wanted.named));
    }

    /// Says whether the names of the ground are written over crowds as well.
    void setNamed(boolean named) {
        prepare(new Wanted(
                wanted.catalog, wanted.users, wanted.streams, wanted.differing, wanted.layers, wanted.dark, named));
    }

    private void prepare(Wanted next) {
        if (next.equals(wanted)) {
            return;
        }
        wanted = next;
        preparingNow = true;
        preparing.request(() -> prepared.of(next), this::prepared);
    }

    private void prepared(Answer answer) {
        preparingNow = false;
        content = answer.content;
        shownOf = answer.catalog;
        if (!answer.cities.equals(cities)) {
            cities = answer.cities;
            citiesListener.accept(cities);
        }
        if (camera != null) {
            blocks.show(camera, scale, content);
        }
        drawnListener.run();
    }

    /// Shows a view: at once by moving what there is, soon by what is missing.
    void show(MapCamera newCamera, double newScale) {
        camera = newCamera;
        scale = newScale;
        blocks.show(newCamera, newScale, content);
    }

    /// Draws the points of a view into a picture of its size at a scale, premultiplied and over what is there; what
    /// comes
    /// back may run on any thread.
    Consumer<BufferedImage> painted(MapCamera view, double pixelScale) {
        PointContent now = content;
        return picture ->
                new BlockPicture<>(new Blocks(view.zoom(), pixelScale), new PointPainter(), now).draw(view, picture);
    }

    /// What is shown of users and streams.
    PointContent content() {
        return content;
    }

    /// Whether all that was asked for is on the screen.
    boolean isSettled() {
        return !preparingNow && (camera == null || blocks.covers());
    }

    /// The data whose points are shown; null when there are none.
    @Nullable
    Catalog catalog() {
        return shownOf;
    }

    /// The last points prepared, to make the next of; on the drawing thread only.
    private static final class Prepared {
        private Wanted last = new Wanted(null, Marks.ALL, Marks.ALL, Marks.NONE, LayerStack.FIRST, false, true);
        private PointView users = PointView.EMPTY;
        private PointView streams = PointView.EMPTY;
        private PointView differing = PointView.EMPTY;
        private CityTotals cities = CityTotals.NONE;
        private @Nullable Views citiesOf;

        @SuppressWarnings("ReferenceEquality") // data read twice is other data even where it is equal
        Answer of(Wanted next) {
            Catalog now = next.catalog();
            Catalog before = last.catalog();
            if (now != null) {
                boolean sameUsers = before != null && now.users() == before.users();
                boolean sameStreams = before != null && now.streams() == before.streams();
                boolean sameRows = before != null && now.hasRowsOf(before);
                if (!sameUsers || !next.users().equals(last.users())) {
                    PointCloud cloud = sameUsers
                            ? users.cloud()
                            : PointCloud.of(now.users().size(), now.users()::latitude, now.users()::longitude);
                    users = PointView.of(cloud, next.users());
                }
                if (!sameUsers || !next.differing().equals(last.differing())) {
                    differing = PointView.of(users.cloud(), next.differing());
                }
                if (!sameStreams || !next.streams().equals(last.streams())) {
                    PointCloud cloud = sameRows || sameStreams
                            ? streams.cloud()
                            : PointCloud.of(now.streams().size(), now.streams()::latitude, now.streams()::longitude);
                    streams = PointView.of(cloud, live(now, next.streams()));
                }
            }
            boolean withCities = next.layers().shows(MapLayer.CITIES);
            if (!withCities) {
                citiesOf = null;
                cities = CityTotals.NONE;
            } else if (now != null && !new Views(users, streams).equals(citiesOf)) {
                cities = CityTotals.of(now, users, streams);
                citiesOf = new Views(users, streams);
            }
            last = next;
            return new Answer(
                    now,
                    new PointContent(users, streams, differing, next.layers().points(), next.dark(), next.named()),
                    cities);
        }

        private static Marks live(Catalog catalog, Marks marks) {
            if (marks.shown() != null) {
                return marks;
            }
            BitSet live = new BitSet(catalog.streams().size());
            for (int row = 0; row < catalog.streams().size(); row++) {
                live.set(row, catalog.streams().live(row));
            }
            return marks.withShown(live);
        }
    }
}
