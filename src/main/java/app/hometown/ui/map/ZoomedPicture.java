// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Stands for the ground and the points as long as either is not drawn at the zoom of the view, where there is no
/// graphics card: one picture of both ([Stretch]) instead of two layers that are scaled on their way to the screen.
/// Drawn at most once a frame.
///
/// With tiles from the network between the two there is a picture of each.
final class ZoomedPicture extends Pane {
    private final BlockLayer<?> ground;
    private final BlockLayer<?> points;
    private final Stretch lower = new Stretch();
    private final Stretch upper = new Stretch();
    private @Nullable MapCamera camera;
    private double scale = 1;
    private boolean between;

    /// @param ground shows the lower picture while this shows the upper
    ZoomedPicture(BlockLayer<?> ground, BlockLayer<?> points) {
        this.ground = ground;
        this.points = points;
        setMouseTransparent(true);
        setManaged(false);
        ground.onPlaced(this::requestLayout);
        points.onPlaced(this::requestLayout);
        getChildren().add(upper.view());
    }

    /// What belongs above the ground and below everything else.
    Node lower() {
        return lower.view();
    }

    /// Shows a view that the layers have been told to show.
    ///
    /// @param layerBetween whether something lies between ground and points
    void show(MapCamera newCamera, double newScale, boolean layerBetween) {
        camera = newCamera;
        scale = newScale;
        between = layerBetween;
        requestLayout();
    }

    /// Whether it stands for the layers.
    boolean isShown() {
        return camera != null && isOfUse() && (ground.isScaled() || points.isScaled());
    }

    /// Whether the pipeline would take long to scale.
    private static boolean isOfUse() {
        return !Platform.isSupported(ConditionalFeature.SCENE3D);
    }

    @Override
    protected void layoutChildren() {
        MapCamera view = camera;
        boolean stands = isShown();
        ground.setVisible(!stands);
        points.setVisible(!stands);
        if (view == null || !stands) {
            lower.release();
            upper.release();
        } else if (between) {
            draw(lower, view, ground.source());
            draw(upper, view, points.source());
        } else {
            lower.release();
            draw(upper, view, ground.source(), points.source());
        }
    }

    private void draw(Stretch picture, MapCamera view, Stretch.@Nullable Source... sources) {
        List<Stretch.Source> there = Stream.of(sources)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (there.isEmpty()) {
            picture.release();
        } else {
            picture.draw(there, view, scale);
        }
    }
}
