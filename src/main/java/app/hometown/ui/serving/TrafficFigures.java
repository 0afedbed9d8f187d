// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.serving;

import app.hometown.server.Traffic;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Axis;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.Mark;
import app.hometown.ui.plot.NumberStyle;
import app.hometown.ui.plot.Numbers;
import app.hometown.ui.plot.Tone;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Rate and latency of the last seconds as figures.
final class TrafficFigures {
    private TrafficFigures() {}

    /// Requests in every second.
    ///
    /// @param seconds oldest first, the last one just past
    static Figure rate(List<Traffic.Span> seconds) {
        double most = seconds.stream().mapToDouble(Traffic.Span::rate).max().orElse(0);
        return Figure.of(
                        "request-rate",
                        Texts.text("serve.figure.rate"),
                        time(seconds.size()),
                        Axis.of("")
                                .in(Texts.text("serve.perSecond"))
                                .as(NumberStyle.COUNT)
                                .over(0, roof(most)))
                .with(line("", Tone.USERS, seconds, i -> seconds.get(i).rate()));
    }

    /// How long answers took, a gap where there were none.
    static Figure latency(List<Traffic.Span> seconds) {
        String p99 = Texts.text("serve.p99");
        String p50 = Texts.text("serve.p50");
        return Figure.of("latency", Texts.text("serve.figure.latency"), time(seconds.size()), decades(seconds))
                .with(
                        line(p99, Tone.ML, seconds, answered(seconds, Traffic.Span::p99Millis)),
                        line(p50, Tone.BASIC, seconds, answered(seconds, Traffic.Span::p50Millis)),
                        alone(p99, Tone.ML, seconds, Traffic.Span::p99Millis),
                        alone(p50, Tone.BASIC, seconds, Traffic.Span::p50Millis));
    }

    /// Whole powers of ten round the times there are: one slow answer does not flatten the others.
    private static Axis decades(List<Traffic.Span> seconds) {
        double least = seconds.stream()
                .filter(second -> second.requests() > 0)
                .mapToDouble(Traffic.Span::p50Millis)
                .filter(millis -> millis > 0)
                .min()
                .orElse(0.1);
        double most = Math.max(
                least,
                seconds.stream().mapToDouble(Traffic.Span::p99Millis).max().orElse(0));
        double from = Math.pow(10, Math.floor(Math.log10(least)));
        return Axis.of("").in("ms").log().over(from, Math.max(10 * from, Math.pow(10, Math.ceil(Math.log10(most)))));
    }

    private static Axis time(int seconds) {
        return Axis.of(Texts.text("serve.figure.time"))
                .in("s")
                .as(NumberStyle.COUNT)
                .over(-seconds, -1);
    }

    /// A quiet endpoint has an axis too, and a little noise does not fill it.
    private static double roof(double most) {
        return Math.max(5, most * 1.1);
    }

    private static IntToDoubleFunction answered(List<Traffic.Span> seconds, ToDoubleFunction<Traffic.Span> value) {
        return i -> seconds.get(i).requests() == 0 ? Double.NaN : value.applyAsDouble(seconds.get(i));
    }

    private static Mark line(String name, Tone tone, List<Traffic.Span> seconds, IntToDoubleFunction value) {
        int count = seconds.size();
        return Mark.Line.of(name, tone, Numbers.of(count, i -> i - count), Numbers.of(count, value));
    }

    /// Seconds without a neighbour, of which a line shows nothing.
    private static Mark alone(
            String name, Tone tone, List<Traffic.Span> seconds, ToDoubleFunction<Traffic.Span> value) {
        int count = seconds.size();
        int[] places = IntStream.range(0, count)
                .filter(i -> seconds.get(i).requests() > 0)
                .filter(i -> i == 0 || seconds.get(i - 1).requests() == 0)
                .filter(i -> i == count - 1 || seconds.get(i + 1).requests() == 0)
                .toArray();
        return new Mark.Points(
                name,
                tone,
                Numbers.of(places.length, i -> places[i] - count),
                Numbers.of(places.length, i -> value.applyAsDouble(seconds.get(places[i]))),
                List.of());
    }
}
