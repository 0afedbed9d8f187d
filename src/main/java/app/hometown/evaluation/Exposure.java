// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import java.util.Arrays;

/// Which streams a ranker's lists of k show to everybody together.
///
/// @param coverage part of the live streams in anyone's list, 0..1
/// @param gini how unequally the places are shared among the live streams: 0 when each has as many, near 1 when few
///   have all. With fewer places than streams it cannot be near 0
/// @param smallCreators part of the places that small creators have, those with fewer followers than half of the live
///   streams; 0.5 would be their share of the streams
/// @param meanDistanceKm over all places
/// @param medianDistanceKm over all places
public record Exposure(
        double coverage, double gini, double smallCreators, double meanDistanceKm, double medianDistanceKm) {
    /// Adds up.
    ///
    /// @param ranker its place among the contenders
    /// @param k 1 to the trial's most
    public static Exposure of(Trial trial, int ranker, int k) {
        RankedLists lists = trial.contenders().get(ranker).lists();
        int[] counts = new int[trial.catalog().streams().size()];
        int places = 0;
        for (int user = 0; user < trial.users(); user++) {
            places += lists.size(user, k);
        }
        double[] distances = new double[places];
        int at = 0;
        double sum = 0;
        for (int user = 0; user < trial.users(); user++) {
            int first = lists.first(user, k);
            for (int place = first; place < first + lists.size(user, k); place++) {
                counts[lists.row(place)]++;
                sum += lists.distanceKm(place);
                distances[at++] = lists.distanceKm(place);
            }
        }
        Arrays.parallelSort(distances);
        int live = trial.catalog().streams().liveCount();
        int[] shown = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
        return new Exposure(
                (double) shown.length / live,
                gini(shown, live),
                smallPlaces(trial, counts) / Math.max(1.0, places),
                places == 0 ? 0 : sum / places,
                places == 0 ? 0 : (distances[(places - 1) / 2] + distances[places / 2]) / 2);
    }

    private static double smallPlaces(Trial trial, int[] counts) {
        double small = 0;
        for (int row = 0; row < counts.length; row++) {
            small += counts[row] > 0 && trial.isSmall(row) ? counts[row] : 0;
        }
        return small;
    }

    /// Gini's coefficient, `Σ (2 i − n − 1) x_i / (n Σ x)` over ascending x.
    ///
    /// @param shown the counts above 0, ascending
    /// @param streams how many there are with those of count 0
    static double gini(int[] shown, int streams) {
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < shown.length; i++) {
            double place = streams - shown.length + i + 1;
            weighted += (2 * place - streams - 1) * shown[i];
            sum += shown[i];
        }
        return sum == 0 ? 0 : weighted / (streams * sum);
    }
}
