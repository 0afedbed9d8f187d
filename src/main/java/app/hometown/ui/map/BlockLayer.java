// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.fx.FxThread;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A layer of the map drawn in squares of the screen's own pixels on a thread of its own.
///
/// A drag only moves the squares that there are and asks for those that come into view. Another zoom or other content
/// is drawn as a whole beside what is shown, which meanwhile moves and scales with the map, and then takes
/// its place at once: nothing is shown half new, half old. What is on its way is finished before newer views are begun,
/// and a zoom is drawn anew when it has gone on for a while or rests, so that a long zoom shows steps in between and
/// leaves the processor to the frames.
///
/// @param <C> what is drawn; equal contents look equal
final class BlockLayer<C> extends Pane {
    private static final Logger LOG = Logger.getLogger(BlockLayer.class.getName());

    /// Squares beyond the view that are drawn ahead of a drag, and those kept.
    private static final int AHEAD = 1;

    private static final int KEPT = 2;

    /// How far a zoom goes on before a step in between is drawn, and how long it rests before it is drawn in any case.
    /// With 0.3 the drawing beside it made the median frame of a zoom 14 to 20 ms instead of 9 to 16.
    private static final double ZOOM_STEP = 0.7;

    private static final Duration REST = Duration.millis(50);

    /// Draws squares; one at a time, on the layer's thread.
    interface Painter<C> {
        /// What has come of a square.
        enum Outcome {
            /// There are pixels to show.
            DRAWN,
            /// There is nothing to show.
            EMPTY,
            /// Something is missing yet; the painter tells the layer when to ask again.
            LATER
        }

        /// Draws into an array of zeros, premultiplied, a row of [Blocks#SIDE] after the other.
        Outcome paint(Blocks blocks, Blocks.Place place, C content, int[] argb);
    }

    /// What has been drawn.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Square(ImageView view, int[] argb) {}

    /// Squares of one zoom and content.
    private static final class Generation<C> {
        private final Blocks blocks;
        private final C content;

        /// What squares are placed from: numbers counted from the corner of the world are too big for the pipeline.
        private final Blocks.Place anchor;
        private final Map<Blocks.Place, Optional<Square>> done = new HashMap<>();
        private final Set<Blocks.Place> begun = ConcurrentHashMap.newKeySet();
        private final Group group = new Group();
        private boolean scaled;

        Generation(Blocks blocks, C content, double unitX, MapCamera camera) {
            this.blocks = blocks;
            this.content = content;
            Blocks.Span span = blocks.span(unitX, camera, 0);
            anchor = new Blocks.Place(span.left(), span.top());
            group.setManaged(false);
        }

        int @Nullable [] pixels(Blocks.Place place) {
            Optional<Square> square = done.get(place);
            return square == null ? null : square.map(Square::argb).orElse(null);
        }

        boolean has(Blocks.Span span) {
            for (int row = span.top(); row <= span.bottom(); row++) {
                for (int column = span.left(); column <= span.right(); column++) {
                    if (!done.containsKey(new Blocks.Place(column, row))) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    /// Squares to draw, the most wanted first.
    private static final class Request<C> {
        private final Generation<C> generation;
        private final List<Blocks.Place> places;

        Request(Generation<C> generation, List<Blocks.Place> places) {
            this.generation = generation;
            this.places = places;
        }
    }

    /// @param argb the pixels, none where there is nothing to show
    private record Answer<C>(Generation<C> generation, Blocks.Place place, Optional<int[]> argb) {}

    private final Painter<C> painter;
    private final Executor thread;
    private final Runnable drawnListener;
    private final AtomicReference<@Nullable Request<C>> request = new AtomicReference<>();
    private final AtomicBoolean working = new AtomicBoolean();
    private final Queue<Answer<C>> answers = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean telling = new AtomicBoolean();

    private @Nullable Generation<C> shown;
    private @Nullable Generation<C> coming;
    private @Nullable MapCamera comingCamera;
    private double comingX;
    private @Nullable MapCamera camera;
    private double unitX;
    private @Nullable Blocks wanted;
    private @Nullable C content;
    private Runnable placedListener = () -> {};
    private final PauseTransition rest = new PauseTransition(REST);

    /// @param thread draws; one task at a time
    /// @param drawnListener called on the JavaFX thread after new squares have come on the screen
    BlockLayer(Painter<C> painter, Executor thread, Runnable drawnListener) {
        this.painter = painter;
        this.thread = thread;
        this.drawnListener = drawnListener;
        setMouseTransparent(true);
        setManaged(false);
        rest.setOnFinished(event -> {
            ask(true);
            drawnListener.run();
        });
    }

    /// Shows a view: at once by moving what there is, soon by what is missing.
    void show(MapCamera newCamera, double scale, C newContent) {
        MapCamera before = camera;
        unitX = before == null ? newCamera.x() : newCamera.x() + Math.rint(unitX - newCamera.x());
        camera = newCamera;
        content = newContent;
        wanted = new Blocks(newCamera.zoom(), scale);
        place();
        boolean zooming = before != null && before.zoom() != newCamera.zoom();
        if (zooming) {
            rest.playFromStart();
        }
        ask(!zooming);
    }

    /// Called when the squares have been moved, scaled or replaced.
    void onPlaced(Runnable listener) {
        placedListener = listener;
    }

    /// Whether what is shown is of another zoom than the view.
    boolean isScaled() {
        Generation<C> now = shown;
        return now != null && !now.blocks.equals(wanted);
    }

    /// What is shown; null when there is nothing yet.
    Stretch.@Nullable Source source() {
        Generation<C> now = shown;
        return now == null ? null : new Stretch.Source(now.blocks, unitX, now::pixels);
    }

    /// Asks again for squares that the painter has put off.
    void again() {
        FxThread.later(this::ask);
    }

    /// Whether the view last asked for is on the screen, whole and in its own pixels.
    boolean covers() {
        Generation<C> now = shown;
        return now != null && camera != null && isWanted(now) && now.has(now.blocks.span(unitX, camera, 0));
    }

    /// Whether what is shown, be it scaled or of older content, leaves no part of the view empty.
    boolean fills() {
        Generation<C> now = shown;
        return now != null && camera != null && now.has(now.blocks.spanOf(unitX, camera));
    }

    private boolean isWanted(Generation<C> generation) {
        return generation.blocks.equals(wanted) && Objects.equals(generation.content, content);
    }

    private void ask() {
        ask(rest.getStatus() != Animation.Status.RUNNING);
    }

    /// @param resting whether the zoom does not go on
    private void ask(boolean resting) {
        MapCamera now = camera;
        C drawn = content;
        if (now == null || drawn == null || wanted == null) {
            return;
        }
        Generation<C> old = shown;
        if (old != null && isWanted(old)) {
            coming = null;
            ask(old, now, unitX);
            return;
        }
        Generation<C> next = coming;
        MapCamera nextCamera = comingCamera;
        if (next == null || nextCamera == null || !Objects.equals(next.content, drawn)) {
            boolean near = old != null
                    && Objects.equals(old.content, drawn)
                    && Math.abs(old.blocks.zoom() - wanted.zoom()) < ZOOM_STEP
                    && old.has(old.blocks.spanOf(unitX, now));
            if (near && !resting) {
                coming = null;
                return;
            }
            next = new Generation<>(wanted, drawn, unitX, now);
            nextCamera = now;
            comingX = unitX;
        } else if (next.blocks.equals(wanted)) {
            nextCamera = now;
            comingX = unitX;
        }
        coming = next;
        comingCamera = nextCamera;
        ask(next, nextCamera, comingX);
        swap();
    }

    private void ask(Generation<C> generation, MapCamera at, double x) {
        Blocks.Span view = generation.blocks.span(x, at, 0);
        Blocks.Span ahead = generation.blocks.span(x, at, AHEAD);
        List<Blocks.Place> missing = new ArrayList<>();
        for (int row = ahead.top(); row <= ahead.bottom(); row++) {
            for (int column = ahead.left(); column <= ahead.right(); column++) {
                var place = new Blocks.Place(column, row);
                if (!generation.done.containsKey(place)) {
                    missing.add(place);
                }
            }
        }
        int middleColumn = view.left() + view.right();
        int middleRow = view.top() + view.bottom();
        missing.sort(Comparator.comparingInt((Blocks.Place place) -> view.has(place) ? 0 : 1)
                .thenComparingInt(
                        place -> Math.abs(2 * place.column() - middleColumn) + Math.abs(2 * place.row() - middleRow)));
        request.set(missing.isEmpty() ? null : new Request<>(generation, missing));
        if (!missing.isEmpty() && working.compareAndSet(false, true)) {
            thread.execute(this::work);
        }
    }

    private void work() {
        try {
            Request<C> now = request.get();
            int next = 0;
            while (now != null) {
                if (next == now.places.size()) {
                    request.compareAndSet(now, null);
                } else {
                    paint(now.generation, now.places.get(next++));
                }
                Request<C> newest = request.get();
                if (!Objects.equals(newest, now)) {
                    now = newest;
                    next = 0;
                }
            }
        } finally {
            working.set(false);
        }
        if (request.get() != null && working.compareAndSet(false, true)) {
            thread.execute(this::work);
        }
    }

    private void paint(Generation<C> generation, Blocks.Place place) {
        if (!generation.begun.add(place)) {
            return;
        }
        int[] argb = new int[Blocks.SIDE * Blocks.SIDE];
        Painter.Outcome outcome;
        try {
            outcome = painter.paint(generation.blocks, place, generation.content, argb);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "a part of the map could not be drawn", e);
            outcome = Painter.Outcome.EMPTY;
        }
        if (outcome == Painter.Outcome.LATER) {
            generation.begun.remove(place);
        } else {
            Optional<int[]> drawn = outcome == Painter.Outcome.DRAWN ? Optional.of(argb) : Optional.empty();
            answers.add(new Answer<>(generation, place, drawn));
            if (telling.compareAndSet(false, true)) {
                FxThread.later(this::take);
            }
        }
    }

    private void take() {
        telling.set(false);
        boolean visible = false;
        for (Answer<C> answer = answers.poll(); answer != null; answer = answers.poll()) {
            Generation<C> generation = answer.generation;
            if (generation.done.containsKey(answer.place)) {
                continue;
            }
            Blocks.Place at = answer.place;
            Optional<Square> square = answer.argb.map(argb -> new Square(view(generation, at, argb), argb));
            square.ifPresent(each -> generation.group.getChildren().add(each.view));
            generation.done.put(answer.place, square);
            visible = true;
        }
        if (visible) {
            swap();
            place();
            drawnListener.run();
        }
    }

    private static ImageView view(Generation<?> generation, Blocks.Place place, int[] argb) {
        var buffer =
                new PixelBuffer<>(Blocks.SIDE, Blocks.SIDE, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
        var view = new ImageView(new WritableImage(buffer));
        stand(view, generation, place);
        return view;
    }

    /// Puts what has been coming in the place of what is shown as soon as it fills its view.
    private void swap() {
        Generation<C> next = coming;
        if (next == null || comingCamera == null || !next.has(next.blocks.span(comingX, comingCamera, 0))) {
            return;
        }
        shown = next;
        coming = null;
        getChildren().setAll(next.group);
        place();
        ask();
    }

    /// Puts the shown squares where they lie in the view asked for, and lets go of those far off.
    private void place() {
        Generation<C> old = shown;
        MapCamera now = camera;
        Blocks goal = wanted;
        if (old == null || now == null || goal == null) {
            return;
        }
        placedListener.run();
        if (!old.blocks.equals(goal)) {
            if (isVisible()) {
                scale(old, now, goal.scale());
            }
            return;
        }
        if (old.scaled) {
            old.scaled = false;
            old.done.forEach((place, square) -> square.ifPresent(each -> stand(each.view, old, place)));
        }
        long left = (long) old.anchor.column() * Blocks.SIDE - goal.originX(unitX, now.width());
        long top = (long) old.anchor.row() * Blocks.SIDE - goal.originY(now.y(), now.height());
        old.group.setTranslateX(left / goal.scale());
        old.group.setTranslateY(top / goal.scale());
        Blocks.Span kept = goal.span(unitX, now, KEPT);
        old.done.entrySet().removeIf(entry -> {
            boolean far = !kept.has(entry.getKey());
            if (far) {
                entry.getValue().ifPresent(each -> old.group.getChildren().remove(each.view));
                old.begun.remove(entry.getKey());
            }
            return far;
        });
    }

    /// Scales each square to whole pixels: at fractions of them the ground would show through between two. Of no cost
    /// where there is a graphics card.
    private void scale(Generation<C> old, MapCamera now, double pixels) {
        old.scaled = true;
        old.group.setTranslateX(0);
        old.group.setTranslateY(0);
        double side = Blocks.SIDE * now.worldSize() / old.blocks.worldPixels();
        double left = now.screenX(now.x() - unitX);
        double top = now.screenY(0);
        old.done.forEach((place, drawn) -> drawn.map(Square::view).ifPresent(square -> {
            double x = snap(left + place.column() * side, pixels);
            double y = snap(top + place.row() * side, pixels);
            square.setX(x);
            square.setY(y);
            square.setFitWidth(snap(left + (place.column() + 1) * side, pixels) - x);
            square.setFitHeight(snap(top + (place.row() + 1) * side, pixels) - y);
            square.setSmooth(true);
        }));
    }

    private static double snap(double logical, double pixels) {
        return Math.rint(logical * pixels) / pixels;
    }

    private static void stand(ImageView square, Generation<?> generation, Blocks.Place place) {
        Blocks blocks = generation.blocks;
        double side = Blocks.SIDE / blocks.scale();
        // A picture of the screen's own pixels is copied, not scaled.
        square.setFitWidth(blocks.scale() == 1 ? 0 : side);
        square.setFitHeight(blocks.scale() == 1 ? 0 : side);
        square.setX((place.column() - generation.anchor.column()) * side);
        square.setY((place.row() - generation.anchor.row()) * side);
        square.setSmooth(false);
    }
}
