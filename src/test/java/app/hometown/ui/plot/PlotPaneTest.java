// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.ui.fx.Theme;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A figure under mouse and keys. TestFX sets the fields before each test.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class PlotPaneTest {
    private static final Figure LINES = Figure.of("l", "L", Axis.of("Trees").as(NumberStyle.COUNT), Axis.of("Loss"))
            .with(Mark.Line.of("Train", Tone.ML, Numbers.of(0, 50, 100), Numbers.of(3, 2, 1)));

    private PlotPane plot;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        plot = new PlotPane(null);
        TextField other = new TextField();
        BorderPane root = new BorderPane(plot);
        root.setTop(other);
        scene = new Scene(root, 500, 400);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        other.requestFocus();
        plot.show(LINES);
    }

    private Frame frame() {
        WaitForAsyncUtils.waitForFxEvents();
        return plot.frame().orElseThrow();
    }

    private Point2D place(double x, double y) {
        return plot.localToScreen(frame().x(x), frame().y(y));
    }

    @Test
    void thePointerReadsTheNearestPointAndLeavesNothingBehind(FxRobot robot) {
        robot.moveTo(place(48, 2));
        assertThat(plot.reading().orElseThrow().spoken()).isEqualTo("Trees 50; Train 2");
        robot.moveTo(plot.localToScreen(2, 2));
        assertThat(plot.reading()).isEmpty();
    }

    @Test
    void theWheelZoomsOnlyAfterAClickAndADoubleClickShowsAllAgain(FxRobot robot) {
        Frame all = frame();
        robot.moveTo(place(50, 2)).scroll(1, VerticalDirection.UP);
        assertThat(frame().xSpan()).isEqualTo(all.xSpan());
        robot.clickOn(place(50, 2), MouseButton.PRIMARY).scroll(1, VerticalDirection.UP);
        Span near = frame().xSpan();
        assertThat(near.to() - near.from())
                .isLessThan(all.xSpan().to() - all.xSpan().from());
        assertThat(frame().x(50)).isCloseTo(all.x(50), within(1.5));
        robot.doubleClickOn(place(50, 2), MouseButton.PRIMARY);
        assertThat(frame().xSpan()).isEqualTo(all.xSpan());
    }

    @Test
    void keysReadZoomAndShowAll(FxRobot robot) {
        Frame all = frame();
        robot.interact(plot::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertThat(plot.getAccessibleText()).isEqualTo("Trees 0; Train 3");
        robot.type(KeyCode.RIGHT);
        assertThat(plot.getAccessibleText()).isEqualTo("Trees 50; Train 2");
        robot.type(KeyCode.ESCAPE);
        assertThat(plot.reading()).isEmpty();
        robot.type(KeyCode.PLUS);
        assertThat(frame().xSpan()).isNotEqualTo(all.xSpan());
        robot.type(KeyCode.DIGIT0);
        assertThat(frame().xSpan()).isEqualTo(all.xSpan());
    }

    @Test
    void theGroundFollowsTheTheme(FxRobot robot) {
        frame();
        assertThat(argb(robot)).isEqualTo(Ground.LIGHT.surface());
        robot.interact(() -> Theme.DARK.apply(scene));
        assertThat(argb(robot)).isEqualTo(Ground.DARK.surface());
        robot.interact(() -> Theme.LIGHT.apply(scene));
        assertThat(argb(robot)).isEqualTo(Ground.LIGHT.surface());
    }

    @Test
    void theSameFigureWithOtherNumbersKeepsThePartInView(FxRobot robot) {
        robot.interact(() -> plot.zoom(0.5));
        Span near = frame().xSpan();
        robot.interact(() -> plot.show(LINES.with(new Mark.Rule("Best", Tone.STRONG, Mark.Along.X, 60))));
        assertThat(frame().xSpan()).isEqualTo(near);
        robot.interact(() -> plot.show(Figure.of("b", "B", Axis.names("", List.of("a", "b")), Axis.of("n"))
                .with(new Mark.Bars("", Tone.ML, Numbers.of(1, 2), List.of()))));
        assertThat(frame().xSpan()).isEqualTo(new Span(Axis.Scale.NAMES, -0.5, 1.5));
    }

    private int argb(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        var pixel = new int[1];
        robot.interact(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            Image image = plot.snapshot(null, null);
            pixel[0] = image.getPixelReader().getArgb(3, 3);
        });
        return pixel[0];
    }
}
