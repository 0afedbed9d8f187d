// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.data.ClickPositions;
import app.hometown.domain.Progress;
import app.hometown.evaluation.Measure;
import app.hometown.statistics.Interval;
import app.hometown.statistics.PairedDifference;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What may make the figures say more or less than they seem to.
///
/// @param warnings what a reader has to know, the gravest first
/// @param judged how much of each compared ranker's lists anybody has judged
/// @param positions click rate by place, where the data have places; empty where not
/// @param leaks what models knew beforehand
public record Bias(List<Warning> warnings, List<Judged> judged, List<Position> positions, List<Leak> leaks) {
    /// Lists of which a larger part was never shown are mostly unjudged.
    private static final double MOSTLY = 0.5;

    public Bias {
        warnings = List.copyOf(warnings);
        judged = List.copyOf(judged);
        positions = List.copyOf(positions);
        leaks = List.copyOf(leaks);
    }

    /// Kinds of warnings.
    public enum Kind {
        /// A model was trained on test samples: its figures are too good. The number is how many samples.
        TRAINED_ON_TEST,
        /// Whether a model was trained on test samples cannot be told.
        TRAINING_UNKNOWN,
        /// A ranker shows mostly streams that nobody was shown, so that nobody can have clicked them. The number is
        /// their part of its lists.
        MOSTLY_UNJUDGED,
        /// The first ranker's lists were shown more, or less, than another's, beyond chance: whoever was shown more can
        /// have more clicks without being better. The number is the difference in unjudged parts.
        UNEQUALLY_JUDGED,
        /// Clicks fall with the place, so whatever put streams on top favoured them. The number is the click rate at
        /// the top over that at the last place.
        POSITION,
        /// A model was trained on other samples of the test's users. The number is how many users.
        KNOWS_USERS,
        /// Whatever chose what the users were shown is favoured by their clicks: always so with logged clicks.
        LOGGED_CLICKS;

        /// Its name in files.
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A warning.
    ///
    /// @param kind what is the matter
    /// @param ranker whom it concerns, "" for all
    /// @param number see [Kind]; 0 where there is none
    public record Warning(Kind kind, String ranker, double number) {}

    /// How much of a ranker's lists was judged.
    ///
    /// @param ranker which
    /// @param unjudged places of a list of k that the test samples never showed its user, on average
    /// @param users users with at least one judged stream in the list of k
    public record Judged(String ranker, double unjudged, int users) {}

    /// A place and how often it was clicked.
    ///
    /// @param position 1 is the top
    /// @param shown samples shown there
    /// @param rate the part clicked, with its 95 % interval
    public record Position(int position, int shown, Interval rate) {}

    static Bias of(VerdictRun run, int k, Progress progress) {
        List<Warning> warnings = new ArrayList<>();
        for (Leak leak : run.test().leaks()) {
            if (leak.pairs() == null) {
                warnings.add(new Warning(Kind.TRAINING_UNKNOWN, leak.ranker(), 0));
            } else if (leak.flatters()) {
                warnings.add(new Warning(Kind.TRAINED_ON_TEST, leak.ranker(), leak.pairs()));
            }
            if (leak.users() != null && leak.users() > 0) {
                warnings.add(new Warning(Kind.KNOWS_USERS, leak.ranker(), leak.users()));
            }
        }
        List<Judged> judged = new ArrayList<>();
        int[] compared = run.of(Contestant.Role.COMPARED);
        double[] first = run.trial().values(compared[0], Measure.NOVELTY, k);
        for (int ranker : compared) {
            String name = run.contestants().get(ranker).name();
            double[] unjudged = run.trial().values(ranker, Measure.NOVELTY, k);
            double mean = run.trial().mean(ranker, Measure.NOVELTY, k);
            judged.add(new Judged(name, unjudgedPlaces(run, ranker, unjudged, k), judgedUsers(unjudged)));
            if (mean > MOSTLY) {
                warnings.add(new Warning(Kind.MOSTLY_UNJUDGED, name, mean));
            }
            if (ranker != compared[0]) {
                PairedDifference difference =
                        PairedDifference.of(first, unjudged, run.request().seed(), progress);
                if (difference.p() < PairedDifference.LEVEL) {
                    warnings.add(new Warning(
                            Kind.UNEQUALLY_JUDGED, name, difference.difference().estimate()));
                }
            }
        }
        List<Position> positions = positions(run, progress);
        if (positions.size() > 1) {
            Interval top = positions.getFirst().rate();
            Interval last = positions.getLast().rate();
            if (top.low() > last.high()) {
                warnings.add(
                        new Warning(Kind.POSITION, "", last.estimate() == 0 ? 0 : top.estimate() / last.estimate()));
            }
        }
        warnings.add(new Warning(Kind.LOGGED_CLICKS, "", 0));
        warnings.sort((one, other) -> one.kind().compareTo(other.kind()));
        return new Bias(warnings, judged, positions, run.test().leaks());
    }

    private static double unjudgedPlaces(VerdictRun run, int ranker, double[] unjudged, int k) {
        var lists = run.trial().contenders().get(ranker).lists();
        double places = 0;
        for (int user = 0; user < unjudged.length; user++) {
            places += unjudged[user] * lists.size(user, k);
        }
        return places / unjudged.length;
    }

    private static int judgedUsers(double[] unjudged) {
        int users = 0;
        for (double one : unjudged) {
            users += one < 1 ? 1 : 0;
        }
        return users;
    }

    private static List<Position> positions(VerdictRun run, Progress progress) {
        return ClickPositions.read(run.test().file(), progress).stream()
                .map(place ->
                        new Position(place.position(), place.shown(), Interval.share(place.clicked(), place.shown())))
                .toList();
    }
}
