// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.fx.Palette;
import app.hometown.ui.fx.Tips;
import app.hometown.ui.map.basemap.TilePainter;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;

/// What stands on the map's corners: the legend, the scale bar with the attribution, the zoom buttons.
final class MapFurniture {
    static final ResourceBundle TEXTS = ResourceBundle.getBundle("app.hometown.ui.map.map");
    private static final double MARGIN = 12;

    /// The padding of the foot, left and right.
    private static final double FOOT_GAPS = 20;

    private static final double SCALE_GAP = 6;

    private static final double MOST_LEGEND = 0.36;

    private final VBox legend = new VBox(4);
    private final Label scaleLabel = new Label();
    private final Region scaleBar = new Region();
    private final Label attribution = new Label(TilePainter.ATTRIBUTION);
    private final FlowPane foot;
    private final VBox buttons = new VBox();
    private final Button toUser;
    private MapLegend points = MapLegend.PLAIN;
    private @Nullable Said said;

    /// What the buttons do.
    interface Actions {
        void zoomIn();

        void zoomOut();

        void showWorld();

        void showUser();
    }

    MapFurniture(Actions actions) {
        legend.getStyleClass().add("map-chip");
        legend.setMouseTransparent(true);
        scaleLabel.getStyleClass().add("map-scale-label");
        scaleBar.getStyleClass().add("map-scale-bar");
        scaleBar.setMinHeight(5);
        scaleBar.setMaxHeight(5);
        var scale = new HBox(SCALE_GAP, scaleLabel, scaleBar);
        scale.setAlignment(Pos.CENTER);
        attribution.getStyleClass().add("map-attribution");
        attribution.setWrapText(true);
        scaleLabel.setMinWidth(Region.USE_PREF_SIZE);
        foot = new FlowPane(14, 2, scale, attribution);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add("map-chip");
        foot.setMouseTransparent(true);
        foot.setStyle("-fx-padding: 4 10 4 10;");
        toUser =
                button("M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M8 4.5a3.5 3.5 0 1 0 .01 0z", "zoom.user", actions::showUser);
        buttons.getStyleClass().add("map-buttons");
        buttons.getChildren()
                .setAll(
                        button("M8 3v10M3 8h10", "zoom.in", actions::zoomIn),
                        button("M3 8h10", "zoom.out", actions::zoomOut),
                        button(
                                "M8 2a6 6 0 1 0 .01 0zM2 8h12M8 2c-4 4-4 8 0 12c4-4 4-8 0-12",
                                "zoom.world",
                                actions::showWorld),
                        toUser);
        for (Region part : new Region[] {legend, foot, buttons}) {
            part.setManaged(false);
        }
    }

    /// What the next legend says of the points.
    void setPoints(MapLegend legend) {
        points = legend;
    }

    Node[] nodes() {
        return new Node[] {legend, foot, buttons};
    }

    /// What belongs on a picture of the map as well.
    List<Region> pictured() {
        return List.of(legend, foot);
    }

    /// Thanks someone besides those who made the offline map; "" for nobody.
    void thank(String others) {
        attribution.setText(others.isEmpty() ? TilePainter.ATTRIBUTION : others + " · " + TilePainter.ATTRIBUTION);
    }

    private static Button button(String path, String text, Runnable action) {
        var glyph = new SVGPath();
        glyph.setContent(path);
        glyph.getStyleClass().add("glyph");
        var button = new Button("", glyph);
        button.setAccessibleText(TEXTS.getString(text));
        Tips.set(button, TEXTS.getString(text));
        button.setOnAction(event -> action.run());
        return button;
    }

    /// What a legend says; equal ones look alike.
    ///
    /// @param radiusKm null where nobody is picked
    /// @param left the first ranker's name and colour, null where nothing stands on its list
    /// @param right the second's
    private record Said(
            MapLegend points,
            @Nullable OptionalDouble radiusKm,
            @Nullable Named left,
            @Nullable Named right,
            boolean dark) {
        static Said of(MapLegend points, @Nullable MapSelection selection, boolean dark) {
            if (selection == null) {
                return new Said(points, null, null, null, dark);
            }
            MapSelection.Sides sides = selection.sides();
            boolean left =
                    selection.pins().stream().anyMatch(pin -> pin.basicRank().isPresent());
            boolean right =
                    selection.pins().stream().anyMatch(pin -> pin.mlRank().isPresent());
            return new Said(
                    points,
                    selection.radiusKm(),
                    left ? new Named(sides.left(), sides.leftColour().on(dark)) : null,
                    right ? new Named(sides.right(), sides.rightColour().on(dark)) : null,
                    dark);
        }
    }

    private record Named(String name, Color colour) {}

    /// Writes the legend of what is on the map, unless it is there already: lists are shown with every move of a hand.
    ///
    /// @param selection the picked user, if any
    /// @return whether it is another legend than before
    boolean setLegend(@Nullable MapSelection selection, boolean dark) {
        Said now = Said.of(points, selection, dark);
        if (now.equals(said)) {
            return false;
        }
        said = now;
        legend.getChildren().clear();
        points.lines().forEach(line -> put(sign(line, dark), line.text()));
        OptionalDouble radiusKm = now.radiusKm();
        if (radiusKm != null) {
            var pin = new SVGPath();
            pin.setContent("M6 15C5 10 0 8.500 0 5a6 5.500 0 0 1 12 0C12 8.500 7 10 6 15z");
            pin.setFill(Palette.PICKED.on(dark));
            row(pin, "legend.picked");
            var dashes = new Line(0, 0, 14, 0);
            dashes.setStroke(Palette.PICKED.on(dark));
            dashes.setStrokeWidth(1.5);
            dashes.getStrokeDashArray().setAll(4.0, 3.0);
            if (radiusKm.isPresent() && radiusKm.getAsDouble() < GeodesicPath.WORLD_KM) {
                row(dashes, "legend.radius", number(radiusKm.getAsDouble()));
            } else {
                row(dashes, "legend.radius.world");
            }
        }
        for (Named ranker : Arrays.asList(now.left(), now.right())) {
            if (ranker != null) {
                row(badge(ranker.colour(), dark), "legend.ranker", ranker.name());
            }
        }
        toUser.setDisable(selection == null);
        return true;
    }

    /// The symbol of a line.
    static Node sign(MapLegend.Line line, boolean dark) {
        Color own = line.colour();
        Circle disc = new Circle(4, own == null ? Palette.USERS.on(dark) : own);
        Shape diamond = diamond(5, own == null ? Palette.STREAMS.on(dark) : own);
        return switch (line.sign()) {
            case USERS -> disc;
            case STREAMS -> diamond;
            case BOTH -> pair(disc, diamond);
            case NONE -> new Group();
        };
    }

    private static HBox pair(Node one, Node other) {
        var pair = new HBox(1, one, other);
        pair.setAlignment(Pos.CENTER);
        return pair;
    }

    private void row(Node sign, String key, Object... values) {
        put(sign, text(key, values));
    }

    /// A text of the map.
    static String text(String key, Object... values) {
        return new MessageFormat(TEXTS.getString(key), Locale.getDefault()).format(values);
    }

    private void put(Node sign, String text) {
        var room = new HBox(sign);
        room.setAlignment(Pos.CENTER);
        room.setMinWidth(18);
        var label = new Label(text);
        var row = new HBox(8, room, label);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(18);
        legend.getChildren().add(row);
    }

    private static Shape diamond(double radius, Color colour) {
        var diamond = new Polygon(0, -radius, radius, 0, 0, radius, -radius, 0);
        diamond.setFill(colour);
        return diamond;
    }

    private static Node badge(Color colour, boolean dark) {
        var pill = new SVGPath();
        pill.setContent("M6 0h6a6 6 0 0 1 0 12h-6a6 6 0 0 1 0-12z");
        pill.setFill(colour);
        var one = new SVGPath();
        one.setContent("M7.200 4l2-1.500v7");
        one.setFill(null);
        one.setStroke(dark ? Color.web("#0c1116") : Color.WHITE);
        one.setStrokeWidth(1.5);
        return new Group(pill, one);
    }

    private static String number(double value) {
        var format = NumberFormat.getNumberInstance(Locale.getDefault());
        format.setMaximumFractionDigits(value < 10 ? 1 : 0);
        return format.format(value);
    }

    /// Puts everything in its corner and measures the scale at the middle of the view.
    void layout(MapCamera camera) {
        ScaleBar scale = ScaleBar.of(camera);
        boolean km = scale.metres() >= 1000;
        scaleLabel.setText(MessageFormat.format(
                TEXTS.getString(km ? "scale.km" : "scale.m"), number(km ? scale.metres() / 1000 : scale.metres())));
        scaleBar.setMinWidth(scale.pixels());
        scaleBar.setMaxWidth(scale.pixels());
        corner(buttons, camera, true, true, 0);
        // On a narrow map the attribution goes below the bar.
        double most = Math.max(1, camera.width() - 2 * MARGIN - FOOT_GAPS);
        foot.applyCss();
        attribution.setMaxWidth(most);
        double bar = Math.ceil(scaleLabel.prefWidth(-1)) + SCALE_GAP + Math.ceil(scale.pixels());
        double words = Math.ceil(Math.min(most, attribution.prefWidth(-1)));
        double line = bar + foot.getHgap() + words;
        foot.setPrefWrapLength(Math.ceil(line <= most ? line : Math.max(bar, words)));
        corner(foot, camera, true, false, 0);
        corner(legend, camera, false, false, 0);
        // On a narrow map the legend would hide what it explains.
        legend.setVisible(legend.getWidth() <= camera.width() * MOST_LEGEND);
        if (legend.getLayoutX() + legend.getWidth() + MARGIN > foot.getLayoutX()) {
            corner(legend, camera, false, false, foot.getHeight() + MARGIN / 2);
        }
    }

    private static void corner(Region part, MapCamera camera, boolean right, boolean top, double up) {
        part.applyCss();
        double width = Math.ceil(Math.min(part.prefWidth(-1), camera.width() - 2 * MARGIN));
        double height = Math.ceil(part.prefHeight(width));
        part.resizeRelocate(
                right ? camera.width() - width - MARGIN : MARGIN,
                top ? MARGIN : camera.height() - height - MARGIN - up,
                width,
                height);
    }
}
