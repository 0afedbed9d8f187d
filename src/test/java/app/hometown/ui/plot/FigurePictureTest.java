// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigurePictureTest {
    private static final Figure FIGURE = Figure.of("h", "H", Axis.of("x"), Axis.names("", List.of("a", "b")))
            .with(new Mark.Bars("", Tone.ML, Numbers.of(1, 2), List.of()));

    @Test
    void aPictureHasTwiceThePixelsOnTheGroundOfTheTheme() {
        for (boolean dark : new boolean[] {false, true}) {
            BufferedImage picture = FigurePicture.of(FIGURE, 300, 200, dark);
            assertThat(picture.getWidth()).isEqualTo(600);
            assertThat(picture.getHeight()).isEqualTo(400);
            int ground = Ground.of(dark).surface();
            assertThat(picture.getRGB(0, 0)).isEqualTo(ground);
            assertThat(picture.getRGB(599, 399)).isEqualTo(ground);
        }
    }

    @Test
    void barsAreWhereTheLayoutHasThem() {
        Frame frame = FrameLayout.of(FIGURE, 300, 200);
        BufferedImage picture = FigurePicture.of(FIGURE, 300, 200, false);
        int y = (int) (2 * frame.y(0));
        assertThat(picture.getRGB((int) (2 * frame.x(0.5)), y)).isEqualTo(Tone.ML.on(false));
        assertThat(picture.getRGB((int) (2 * frame.x(1.75)), y)).isNotEqualTo(Tone.ML.on(false));
    }

    @Test
    void veryManyPointsAreThinnedAndTheFootnoteSaysSo() {
        Numbers x = Numbers.of(25_000, i -> i);
        Numbers y = Numbers.of(25_000, i -> i == 12_345 ? 99 : Math.sin(i));
        Figure lines = Figure.of("l", "L", Axis.of("x"), Axis.of("y")).with(Mark.Line.of("", Tone.ML, x, y));
        Figure thinned = Thinning.thinned(lines);
        Mark.Line line = (Mark.Line) thinned.marks().getFirst();
        assertThat(line.x().size()).isLessThan(Thinning.MOST);
        assertThat(Span.of(thinned, Mark.Along.Y).to()).isGreaterThanOrEqualTo(99);
        assertThat(thinned.footnote()).contains("25,000");
        Figure points =
                Figure.of("p", "P", Axis.of("x"), Axis.of("y")).with(new Mark.Points("", Tone.ML, x, y, List.of()));
        assertThat(Thinning.thinned(points).marks().getFirst()).isInstanceOf(Mark.HeatMap.class);
        assertThat(Thinning.thinned(FIGURE)).isEqualTo(FIGURE);
    }
}
