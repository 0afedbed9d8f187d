// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.workbench.explore.Brushable;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the hand makes of a brush, without a window.
class BrushToolTest {
    private static final Figure BOX = Figure.of(
                    "b",
                    "B",
                    Axis.of("X").over(0, 100).brushes(Brushable.numbers(Kind.STREAMS, "quality")),
                    Axis.of("Y").over(0, 10).brushes(Brushable.numbers(Kind.STREAMS, "viewers")))
            .with(new Mark.Points("", Tone.ML, Numbers.of(1, 99), Numbers.of(1, 9), List.of()));
    private static final Figure NAMES = Figure.of(
                    "n",
                    "N",
                    Axis.names("City", List.of("a", "b", "c", "d"))
                            .brushes(Brushable.words(Kind.STREAMS, "city", List.of("a", "b", "c", "d"))),
                    Axis.of("Y"))
            .with(new Mark.Bars("", Tone.ML, Numbers.of(4, 3, 2, 1), List.of()));

    private final List<Boolean> ends = new ArrayList<>();
    private final BrushTool tool = new BrushTool((brush, ended) -> ends.add(ended));

    private static Frame frame(Figure figure) {
        return FrameLayout.of(figure, 600, 400, Span.of(figure, Mark.Along.X), Span.of(figure, Mark.Along.Y));
    }

    private void drag(Frame frame, double fromX, double fromY, double toX, double toY) {
        assertThat(tool.press(frame, fromX, fromY, false)).isTrue();
        tool.drag(frame, (fromX + toX) / 2, (fromY + toY) / 2);
        tool.drag(frame, toX, toY);
        tool.release(frame, toX, toY);
    }

    private Range across() {
        return ((Brush.Part.Numbers) tool.brush().x().orElseThrow()).range();
    }

    private Range up() {
        return ((Brush.Part.Numbers) tool.brush().y().orElseThrow()).range();
    }

    private Set<Integer> places() {
        return ((Brush.Part.Places) tool.brush().x().orElseThrow()).places();
    }

    @Test
    void aBoxIsMadePulledAtMovedAndCleared() {
        Frame frame = frame(BOX);
        drag(frame, frame.x(20), frame.y(8), frame.x(60), frame.y(2));
        assertThat(across().least()).isCloseTo(20, within(1e-9));
        assertThat(across().most()).isCloseTo(60, within(1e-9));
        assertThat(up().least()).isCloseTo(2, within(1e-9));
        assertThat(up().most()).isCloseTo(8, within(1e-9));
        assertThat(ends).as("one gesture").containsExactly(false, false, true);

        drag(frame, frame.x(60) + 2, frame.y(5), frame.x(80) + 2, frame.y(5));
        assertThat(across().most()).as("pulled at its right end").isCloseTo(80, within(1.0));
        assertThat(across().least()).isCloseTo(20, within(1e-9));

        drag(frame, frame.x(50), frame.y(5), frame.x(95), frame.y(5));
        assertThat(across().most()).as("moved, but not out of view").isCloseTo(100, within(1e-9));
        assertThat(across().most() - across().least()).isCloseTo(60, within(1.0));

        assertThat(tool.press(frame, frame.x(5), frame.y(9.5), false)).isTrue();
        tool.release(frame, frame.x(5), frame.y(9.5));
        assertThat(tool.brush()).as("a click beside it clears").isEqualTo(Brush.NONE);
    }

    @Test
    void namesAreChosenByClickAndByDrag() {
        Frame frame = frame(NAMES);
        double y = (frame.top() + frame.bottom()) / 2;
        drag(frame, frame.x(1), y, frame.x(2), y);
        assertThat(places()).containsExactly(1, 2);
        tool.press(frame, frame.x(3), y, true);
        tool.release(frame, frame.x(3), y);
        assertThat(places()).as("one more").containsExactly(1, 2, 3);
        tool.press(frame, frame.x(1), y, true);
        tool.release(frame, frame.x(1), y);
        assertThat(places()).as("one less").containsExactly(2, 3);
        assertThat(tool.nudge(frame, -1, 0)).isTrue();
        assertThat(places()).containsExactly(1, 2);
        tool.press(frame, frame.x(0), y, false);
        tool.release(frame, frame.x(0), y);
        assertThat(places()).as("only this").containsExactly(0);
        tool.press(frame, frame.x(0), y, false);
        tool.release(frame, frame.x(0), y);
        assertThat(tool.brush()).as("the same again frees it").isEqualTo(Brush.NONE);
    }

    @Test
    void aFigureWithoutColumnsIsNotBrushed() {
        Figure plain = Figure.of("p", "P", Axis.of("X").over(0, 1), Axis.of("Y").over(0, 1));
        Frame frame = frame(plain);
        assertThat(tool.press(frame, frame.x(0.5), frame.y(0.5), false)).isFalse();
    }
}
