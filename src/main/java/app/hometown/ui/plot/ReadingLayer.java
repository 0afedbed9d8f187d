// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/// The values at a place of a figure: a line or two that lead the eye, and a small card beside them.
final class ReadingLayer extends Region {
    private static final double AWAY = 14;

    private final Canvas lines = new Canvas();
    private final Label title = new Label();
    private final GridPane values = new GridPane(8, 2);
    private final VBox card = new VBox(4, title, values);
    private @Nullable Reading shown;

    ReadingLayer() {
        setMouseTransparent(true);
        card.getStyleClass().add("plot-card");
        card.setManaged(false);
        card.setVisible(false);
        title.getStyleClass().add("strong");
        getChildren().addAll(lines, card);
    }

    Optional<Reading> shown() {
        return Optional.ofNullable(shown);
    }

    void hide() {
        if (shown != null) {
            shown = null;
            card.setVisible(false);
            lines.getGraphicsContext2D().clearRect(0, 0, lines.getWidth(), lines.getHeight());
        }
    }

    void show(Reading reading, Frame frame, Ground ground) {
        if (reading.equals(shown)) {
            return;
        }
        shown = reading;
        lines.getGraphicsContext2D().clearRect(0, 0, lines.getWidth(), lines.getHeight());
        CanvasPen pen = new CanvasPen(lines.getGraphicsContext2D());
        int hair = ground.of(Tone.QUIET, 0.6);
        boolean down = frame.figure().y().named();
        if (down) {
            double y = FigurePainter.crisp(reading.y());
            pen.line(frame.left(), y, frame.right(), y, hair, 1, true);
        } else {
            double x = FigurePainter.crisp(reading.x());
            pen.line(x, frame.top(), x, frame.bottom(), hair, 1, true);
        }
        if (reading.lines().size() == 1
                && Double.isFinite(reading.lines().getFirst().y())) {
            double y = FigurePainter.crisp(reading.lines().getFirst().y());
            pen.line(frame.left(), y, frame.right(), y, hair, 1, true);
        }
        values.getChildren().clear();
        title.setText(reading.title());
        title.setManaged(!reading.title().isEmpty());
        title.setVisible(!reading.title().isEmpty());
        for (int i = 0; i < reading.lines().size(); i++) {
            Reading.Line line = reading.lines().get(i);
            if (Double.isFinite(line.x())) {
                pen.disc(line.x(), line.y(), 5, ground.surface());
                pen.disc(line.x(), line.y(), 3.5, ground.of(line.tone()));
            }
            Circle sign = new Circle(4, colour(ground.of(line.tone())));
            Label name = new Label(line.name());
            name.getStyleClass().add("quiet");
            Label value = new Label(line.value());
            value.setAlignment(Pos.CENTER_RIGHT);
            values.add(sign, 0, i);
            values.add(value, line.name().isEmpty() ? 1 : 2, i);
            if (!line.name().isEmpty()) {
                values.add(name, 1, i);
            }
        }
        place(reading);
    }

    private void place(Reading reading) {
        card.setVisible(true);
        card.applyCss();
        double width = Math.min(Math.ceil(card.prefWidth(-1)), getWidth() - 8);
        double height = Math.ceil(card.prefHeight(width));
        double x = reading.x() + AWAY + width > getWidth() ? reading.x() - AWAY - width : reading.x() + AWAY;
        double y = reading.y() - height - AWAY < 0 ? reading.y() + AWAY : reading.y() - height - AWAY;
        card.resizeRelocate(
                Math.clamp(x, 4, Math.max(4, getWidth() - width - 4)),
                Math.clamp(y, 4, Math.max(4, getHeight() - height - 4)),
                width,
                height);
        card.layout();
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    @Override
    protected void layoutChildren() {
        if (lines.getWidth() != getWidth() || lines.getHeight() != getHeight()) {
            lines.setWidth(getWidth());
            lines.setHeight(getHeight());
            hide();
        }
    }
}
