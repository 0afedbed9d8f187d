// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureCsvTest {
    @Test
    void linesGiveALineAPointWithTheirFurtherNumbers() {
        Figure figure = Figure.of("roc", "ROC", Axis.of("False positive rate"), Axis.of("True positive rate"))
                .with(
                        new Mark.Diagonal("Guessing", Tone.QUIET),
                        new Mark.Line(
                                "Model, new",
                                Tone.ML,
                                Mark.Stroke.SOLID,
                                Numbers.of(0, 0.25, 1),
                                Numbers.of(0, 0.5, 1),
                                List.of(new Mark.Extra(
                                        "threshold",
                                        NumberStyle.NUMBER,
                                        Numbers.of(Double.POSITIVE_INFINITY, 0.75, 0)))));
        assertThat(FigureCsv.of(figure)).isEqualTo(lines("""
            series,False positive rate,True positive rate,threshold
            "Model, new",0,0,
            "Model, new",0.25,0.5,0.75
            "Model, new",1,1,0
            """));
    }

    @Test
    void histogramsGiveBothEdgesOfABin() {
        Figure figure = Figure.of("h", "H", Axis.of("Distance").in("km"), Axis.of("Rows"))
                .with(new Mark.Histogram("", Tone.QUIET, Numbers.of(0, 10, 20), Numbers.of(7, 1.5)));
        assertThat(FigureCsv.of(figure)).isEqualTo(lines("""
            Distance (km),Distance (km) to,Rows
            0,10,7
            10,20,1.5
            """));
    }

    @Test
    void intervalsAndBarsAlongNamesGiveTheNames() {
        Axis names = Axis.names("", List.of("Quality", "Distance"));
        Figure figure = Figure.of("f", "F", Axis.of("Loss"), names)
                .with(
                        new Mark.Bars("bar", Tone.ML, Numbers.of(3, 4), List.of()),
                        new Mark.Intervals(
                                "interval",
                                Tone.ML,
                                Mark.Along.X,
                                Numbers.places(2),
                                Numbers.of(3, 4),
                                Numbers.of(2, 3.5),
                                Numbers.of(4, 4.5),
                                List.of()));
        assertThat(FigureCsv.of(figure)).isEqualTo(lines("""
            series,Loss,y,low,high
            bar,3,Quality,,
            bar,4,Distance,,
            interval,3,Quality,2,4
            interval,4,Distance,3.5,4.5
            """));
    }

    @Test
    void cellsOfAHeatMapGiveTheirNumber() {
        Figure figure = Figure.of("m", "M", Axis.names("hour", List.of("0", "1")), Axis.of("km"))
                .with(new Mark.HeatMap(
                        "",
                        Tone.ML,
                        Numbers.of(-0.5, 0.5, 1.5),
                        Numbers.of(0, 10),
                        Numbers.of(2, 3),
                        "viewers",
                        NumberStyle.COUNT,
                        false));
        assertThat(FigureCsv.of(figure)).isEqualTo(lines("""
            hour,km,km to,viewers
            0,0,10,2
            1,0,10,3
            """));
    }

    @Test
    void allPointsAreWrittenAlsoWhereFewerAreDrawn() {
        Numbers many = Numbers.of(30_000, i -> i);
        Figure figure = Figure.of("l", "L", Axis.of("x"), Axis.of("y")).with(Mark.Line.of("", Tone.ML, many, many));
        assertThat(FigureCsv.of(figure).lines()).hasSize(30_001);
    }

    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }
}
