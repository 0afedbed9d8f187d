// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.fx.Palette;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A small card beside the pointer. Lets the mouse through, and stands wholly within the map: to the right of the
/// pointer and below it, or on the other sides where there is no room.
final class HoverCard extends VBox {
    private static final double AWAY = 16;
    private static final double MARGIN = 6;
    private static final double WIDEST = 330;

    private boolean dark;

    HoverCard() {
        super(2);
        setId("map-hover");
        getStyleClass().addAll("map-chip", "map-hover");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void setDark(boolean newDark) {
        dark = newDark;
    }

    /// @param x pixel of the pointer
    /// @param y pixel of the pointer
    void show(HoverText text, double x, double y, MapCamera view) {
        getChildren().clear();
        var heading = new Label(text.heading());
        heading.setId("map-hover-heading");
        heading.getStyleClass().add("map-hover-heading");
        var head = new HBox(6, MapFurniture.sign(new MapLegend.Line(text.sign(), null, ""), dark), heading);
        head.setAlignment(Pos.CENTER_LEFT);
        text.basicRank().ifPresent(rank -> head.getChildren()
                .add(rank(text.sides().left(), text.sides().leftColour(), rank, dark)));
        text.mlRank().ifPresent(rank -> head.getChildren()
                .add(rank(text.sides().right(), text.sides().rightColour(), rank, dark)));
        getChildren().add(head);
        for (String line : text.lines()) {
            add(line, "map-hover-line");
        }
        if (!text.more().isEmpty()) {
            add(text.more(), "map-hover-more");
        }
        setVisible(true);
        place(x, y, view);
    }

    private void add(String line, String styleClass) {
        var label = new Label(line);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(label);
    }

    private static Label rank(String ranker, Palette colour, int rank, boolean dark) {
        var badge = new Label(MapFurniture.text("hover.rank", ranker, rank));
        badge.getStyleClass().add("map-hover-rank");
        badge.setStyle("-fx-background-color: " + colour.css(dark) + ";");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        return badge;
    }

    private void place(double x, double y, MapCamera view) {
        applyCss();
        double width = Math.ceil(Math.min(prefWidth(-1), Math.min(WIDEST, view.width() - 2 * MARGIN)));
        double height = Math.ceil(prefHeight(width));
        resizeRelocate(beside(x, width, view.width()), beside(y, height, view.height()), width, height);
    }

    /// Behind the pointer, or before it, or where there is most room.
    static double beside(double pointer, double length, double room) {
        double behind = pointer + AWAY;
        if (behind + length <= room - MARGIN) {
            return Math.rint(behind);
        }
        double before = pointer - AWAY - length;
        return Math.rint(before >= MARGIN ? before : Math.max(MARGIN, room - MARGIN - length));
    }
}
