// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameLayoutTest {
    private static final Numbers STEPS = Numbers.of(0, 50, 100);

    @Test
    void numbersAndPlacesAreEachOthersInverse() {
        Frame frame = FrameLayout.of(lines(0.4, 0.6), 420, 300);
        for (double value : new double[] {0, 12.5, 100}) {
            assertThat(frame.xSpan().value(frame.xShare(frame.x(value)))).isCloseTo(value, within(1e-9));
        }
        assertThat(frame.ySpan().value(frame.yShare(frame.y(0.5)))).isCloseTo(0.5, within(1e-12));
        assertThat(frame.y(0.4)).isGreaterThan(frame.y(0.6));
    }

    @Test
    void linesThatEndApartAreNamedThereAndOthersInALegend() {
        assertThat(FrameLayout.of(lines(0.4, 0.6), 420, 300).keys()).isEmpty();
        assertThat(FrameLayout.of(lines(0.4, 0.401), 420, 300).keys()).hasSize(2);
    }

    @Test
    void nothingIsWrittenOutsideTheFigure() {
        List<Figure> figures = List.of(
                lines(0.4, 0.6),
                lines(0.4, 0.401),
                Figure.of(
                                "names",
                                "A title that is much too long for the width that there is, and then some more of it",
                                Axis.of("Loss of AUC when the column is dealt out anew")
                                        .in("AUC"),
                                Axis.names("", List.of("A name that nobody would give to a feature at all", "b")))
                        .finding("A finding that takes more than one line because it has so many words in it")
                        .with(new Mark.Bars("", Tone.ML, Numbers.of(1_234_567, 2), List.of()))
                        .footnote("A footnote of some length that says how many rows were counted and in which way"));
        for (Figure figure : figures) {
            for (double width : new double[] {200, 320, 900}) {
                Frame frame = FrameLayout.of(figure, width, 260);
                assertThat(frame.words()).isNotEmpty().allSatisfy(word -> {
                    double wide = word.lettering().width(word.text());
                    double left =
                            switch (word.align()) {
                                case LEFT -> word.x();
                                case MIDDLE -> word.x() - wide / 2;
                                case RIGHT -> word.x() - wide;
                            };
                    assertThat(left).as(word.text()).isGreaterThanOrEqualTo(0);
                    assertThat(left + wide).as(word.text()).isLessThanOrEqualTo(width);
                    assertThat(word.baseline()).isBetween(8.0, 260.0);
                });
            }
        }
    }

    @Test
    void barsBeginAtZeroAndPointsHaveRoom() {
        Figure bars = Figure.of("b", "B", Axis.names("", List.of("a", "b")), Axis.of("n"))
                .with(new Mark.Bars("", Tone.ML, Numbers.of(3, 4), List.of()));
        assertThat(Span.of(bars, Mark.Along.Y).from()).isZero();
        assertThat(Span.of(bars, Mark.Along.Y).to()).isGreaterThan(4);
        assertThat(Span.of(bars, Mark.Along.X)).isEqualTo(new Span(Axis.Scale.NAMES, -0.5, 1.5));
    }

    @Test
    void aLogarithmicAxisLeavesOutWhatHasNoPlace() {
        Figure figure = Figure.of("l", "L", Axis.of("x").log(), Axis.of("y"))
                .with(Mark.Line.of("", Tone.ML, Numbers.of(-1, 0, 1, 100), Numbers.of(1, 2, 3, 4)));
        Span span = Span.of(figure, Mark.Along.X);
        assertThat(span.from()).isEqualTo(1);
        assertThat(span.share(10)).isCloseTo(0.5, within(1e-12));
        assertThat(span.share(0)).isNaN();
    }

    @Test
    void zoomingKeepsTheNumberUnderThePointerAndNeverShowsMoreThanAll() {
        Span all = new Span(Axis.Scale.LINEAR, 0, 10);
        Span near = all.zoomed(0.5, 0.25);
        assertThat(near.value(0.25)).isCloseTo(2.5, within(1e-12));
        assertThat(near.to() - near.from()).isCloseTo(5, within(1e-12));
        assertThat(near.zoomed(4, 0.5).within(all)).isEqualTo(all);
        assertThat(near.moved(3).within(all)).isEqualTo(new Span(Axis.Scale.LINEAR, 5, 10));
    }

    @Test
    void aFigureOfOneNumberAndOneWithoutAnyHaveARange() {
        for (Numbers numbers : List.of(Numbers.NONE, Numbers.of(7))) {
            Figure figure =
                    Figure.of("l", "L", Axis.of("x"), Axis.of("y")).with(Mark.Line.of("", Tone.ML, numbers, numbers));
            Span span = Span.of(figure, Mark.Along.X);
            assertThat(span.from()).isFinite().isLessThan(span.to());
            assertThat(FrameLayout.of(figure, 300, 200).words()).isNotEmpty();
        }
    }

    private static Figure lines(double first, double second) {
        return Figure.of("lines", "Lines", Axis.of("Trees").as(NumberStyle.COUNT), Axis.of("Log-loss"))
                .with(
                        Mark.Line.of("Train", Tone.QUIET, STEPS, Numbers.of(0.7, 0.65, first)),
                        Mark.Line.of("Held out", Tone.ML, STEPS, Numbers.of(0.7, 0.66, second)));
    }
}
