// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.fx.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/// A button on the map and the list of layers that it opens, the highest first: each can be switched, and moved up or
/// down by buttons or by Alt with the arrow keys. Esc closes the list.
final class LayerPanel extends HBox {
    /// Room for the zoom buttons beside it.
    private static final double RIGHT = 56;

    private static final double TOP = 12;

    private final ObjectProperty<LayerStack> layers = new SimpleObjectProperty<>(LayerStack.FIRST);
    private final ToggleButton opener = new ToggleButton();
    private final VBox list = new VBox(2);
    private final List<Row> rows = new ArrayList<>();

    LayerPanel() {
        super(8);
        getStyleClass().add("map-layers");
        setAlignment(Pos.TOP_RIGHT);
        setManaged(false);
        setPickOnBounds(false);
        opener.setId("map-layers");
        opener.setGraphic(glyph(
                "M8 2l6.500 3.500-6.500 3.500-6.500-3.500zM2.500 8.500l5.500 3 5.500-3M2.500 11.500l5.500 3 5.500-3"));
        opener.setAccessibleText(MapFurniture.TEXTS.getString("layers"));
        Tips.set(opener, MapFurniture.TEXTS.getString("layers"));
        opener.getStyleClass().add("opener");
        list.getStyleClass().addAll("map-chip", "map-layer-list");
        list.visibleProperty().bind(opener.selectedProperty());
        list.managedProperty().bind(opener.selectedProperty());
        list.setMaxHeight(Region.USE_PREF_SIZE);
        opener.selectedProperty().addListener(property -> {
            fill();
            autosize();
            layout();
            place();
        });
        getChildren().addAll(list, opener);
        layers.addListener(property -> fill());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(ScrollEvent.SCROLL, ScrollEvent::consume);
    }

    ObjectProperty<LayerStack> layers() {
        return layers;
    }

    private @Nullable MapCamera camera;

    /// Puts it in its corner.
    void layout(MapCamera newCamera) {
        if (camera == null || camera.width() != newCamera.width() || getWidth() == 0) {
            camera = newCamera;
            place();
        }
    }

    private void place() {
        if (camera != null) {
            applyCss();
            double width = prefWidth(-1);
            resizeRelocate(camera.width() - width - RIGHT, TOP, width, prefHeight(-1));
        }
    }

    private static SVGPath glyph(String path) {
        var glyph = new SVGPath();
        glyph.setContent(path);
        glyph.getStyleClass().add("glyph");
        return glyph;
    }

    /// A line of the list.
    private record Row(MapLayer layer, CheckBox box, Button up, Button down) {}

    /// Lists the layers, if somebody sees the list.
    private void fill() {
        if (!opener.isSelected()) {
            return;
        }
        LayerStack stack = layers.get();
        List<MapLayer> highestFirst = stack.order().reversed();
        if (!rows.stream().map(Row::layer).toList().equals(highestFirst)) {
            rebuild(highestFirst);
        }
        for (Row row : rows) {
            row.box.setSelected(stack.shows(row.layer));
            row.up.setDisable(stack.moved(row.layer, true).equals(stack));
            row.down.setDisable(stack.moved(row.layer, false).equals(stack));
        }
        place();
    }

    private void rebuild(List<MapLayer> highestFirst) {
        MapLayer focused = rows.stream()
                .filter(row -> row.box.isFocused() || row.up.isFocused() || row.down.isFocused())
                .map(Row::layer)
                .findFirst()
                .orElse(null);
        rows.clear();
        list.getChildren().clear();
        Boolean ofPoints = null;
        for (MapLayer layer : highestFirst) {
            if (ofPoints == null || ofPoints != layer.isOfPoints()) {
                ofPoints = layer.isOfPoints();
                var heading = new Label(MapFurniture.TEXTS.getString(ofPoints ? "layers.points" : "layers.picked"));
                heading.getStyleClass().add("map-layer-heading");
                list.getChildren().add(heading);
            }
            list.getChildren().add(line(layer));
        }
        rows.stream().filter(row -> row.layer == focused).forEach(row -> row.box.requestFocus());
    }

    private HBox line(MapLayer layer) {
        String name = MapFurniture.TEXTS.getString("layer." + layer.key());
        var box = new CheckBox(name);
        box.setId("layer-" + layer.key());
        box.setOnAction(event -> layers.set(layers.get().with(layer, box.isSelected())));
        Tips.set(box, MapFurniture.TEXTS.getString("layers.move"));
        Button up = step(layer, name, true);
        Button down = step(layer, name, false);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(2, box, gap, up, down);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("map-layer");
        rows.add(new Row(layer, box, up, down));
        return line;
    }

    private Button step(MapLayer layer, String name, boolean up) {
        var button = new Button("", glyph(up ? "M3 9l4-4 4 4" : "M3 5l4 4 4-4"));
        button.getStyleClass().add("step");
        button.setFocusTraversable(false);
        button.setAccessibleText(MapFurniture.TEXTS.getString(up ? "layers.up" : "layers.down") + ": " + name);
        button.setOnAction(event -> layers.set(layers.get().moved(layer, up)));
        return button;
    }

    private void key(KeyEvent event) {
        boolean up = event.getCode() == KeyCode.UP;
        if (event.getCode() == KeyCode.ESCAPE && opener.isSelected()) {
            opener.setSelected(false);
            opener.requestFocus();
            event.consume();
        } else if (event.isAltDown() && (up || event.getCode() == KeyCode.DOWN)) {
            rows.stream()
                    .filter(row -> row.box.isFocused())
                    .findFirst()
                    .ifPresent(row -> layers.set(layers.get().moved(row.layer, up)));
            event.consume();
        }
    }
}
