// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(before);
    }

    @Test
    void linesAreReadAtTheNearestPlace() {
        Frame frame = FrameLayout.of(
                Figure.of("l", "L", Axis.of("Trees").as(NumberStyle.COUNT), Axis.of("Loss"))
                        .with(
                                Mark.Line.of("Train", Tone.QUIET, Numbers.of(1, 2, 3), Numbers.of(5, 4, 3)),
                                Mark.Line.of("Held out", Tone.ML, Numbers.of(1, 2, 3), Numbers.of(6, 5, 4.5))),
                400,
                300);
        Reading reading = Readings.at(frame, frame.x(2) + 10, frame.y(4.5)).orElseThrow();
        assertThat(reading.title()).isEqualTo("Trees 2");
        assertThat(reading.lines()).extracting(Reading.Line::value).containsExactly("4", "5");
        assertThat(reading.spoken()).isEqualTo("Trees 2; Train 4; Held out 5");
    }

    @Test
    void binsTellTheirRange() {
        Frame frame = FrameLayout.of(
                Figure.of("h", "H", Axis.of("P").over(0, 1), Axis.of("Rows").as(NumberStyle.COUNT))
                        .with(new Mark.Histogram("Clicked", Tone.ML, Numbers.of(0, 0.5, 1), Numbers.of(1200, 7))),
                400,
                300);
        Reading reading = Readings.at(frame, frame.x(0.1), frame.top() + 5).orElseThrow();
        assertThat(reading.spoken()).isEqualTo("0 to 0.5; Clicked 1,200");
    }

    @Test
    void namesAreReadAlongTheirAxisWithIntervals() {
        Frame frame = FrameLayout.of(
                Figure.of("f", "F", Axis.of("Loss"), Axis.names("", List.of("a", "b", "c")))
                        .with(new Mark.Intervals(
                                "",
                                Tone.ML,
                                Mark.Along.X,
                                Numbers.places(3),
                                Numbers.of(1, 2, 3),
                                Numbers.of(0.5, 1.5, Double.NaN),
                                Numbers.of(1.5, 2.5, Double.NaN),
                                List.of())),
                400,
                300);
        assertThat(Readings.at(frame, frame.left() + 3, frame.y(1))
                        .orElseThrow()
                        .spoken())
                .isEqualTo("b; 2 (1.5 to 2.5)");
        assertThat(Readings.at(frame, frame.left() + 3, frame.y(2))
                        .orElseThrow()
                        .spoken())
                .isEqualTo("c; 3");
        assertThat(Readings.stops(frame)).hasSize(3);
    }

    @Test
    void nothingIsReadOutsideTheAxes() {
        Frame frame = FrameLayout.of(
                Figure.of("l", "L", Axis.of("x"), Axis.of("y"))
                        .with(Mark.Line.of("", Tone.ML, Numbers.of(0, 1), Numbers.of(0, 1))),
                400,
                300);
        assertThat(Readings.at(frame, 2, 2)).isEmpty();
    }
}
