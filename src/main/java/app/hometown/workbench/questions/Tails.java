// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/// The upper parts of distributions of streams: O(n log n).
final class Tails {
    /// Points of a curve.
    private static final int POINTS = 240;

    private Tails() {}

    static Answer quality(Subject subject, Progress progress) {
        return tail(subject, progress, false, subject.catalog().streams()::qualityScore);
    }

    static Answer viewers(Subject subject, Progress progress) {
        return tail(subject, progress, true, subject.catalog().streams()::avgViewerCount);
    }

    static Answer followers(Subject subject, Progress progress) {
        Streams streams = subject.catalog().streams();
        return tail(subject, progress, true, streams::creatorFollowers);
    }

    private static Answer tail(Subject subject, Progress progress, boolean whole, IntToDoubleFunction value) {
        double[] sorted = Scan.sorted(subject.streams(), progress, "sorting values", value);
        int size = sorted.length;
        int positive = Spreads.place(sorted, Double.MIN_VALUE);
        if (positive == size) {
            return new Answer.None(Answer.Lack.NO_POSITIVE);
        }
        List<Answer.Point> points = new ArrayList<>();
        double before = Double.NaN;
        // By equal ratios of their rank from the top, for the tail has few numbers and takes most of the room.
        for (int i = POINTS; i >= 0; i--) {
            int rank = (int) Math.round(Math.pow(size - positive, (double) i / POINTS));
            double at = sorted[size - rank];
            if (at != before) {
                points.add(new Answer.Point(at, (double) (size - Spreads.place(sorted, at)) / size));
                before = at;
            }
        }
        Optional<PowerLaw> law = PowerLaw.fit(sorted, whole);
        return new Answer.Tail(points, size, sorted[size - 1], law);
    }
}
