// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import app.hometown.domain.Progress;
import app.hometown.workbench.explore.SampleReading;
import java.util.List;
import java.util.stream.Stream;

/// The ready-made questions, in the order in which they are read.
public enum Question {
    /// Cities with most users.
    USER_CITIES(Theme.PLACES, Rows.USERS),
    /// Cities with most streams.
    STREAM_CITIES(Theme.PLACES, Rows.STREAMS),
    /// Cities by their share of users and of streams.
    CITY_SHARES(Theme.PLACES, Rows.USERS, Rows.STREAMS),
    /// Languages by their share of users and of streams.
    LANGUAGES(Theme.PLACES, Rows.USERS, Rows.STREAMS),
    /// Users whom the radius gives too few candidates, and where they live.
    CANDIDATES(Theme.PLACES, Rows.USERS, Rows.STREAMS),

    /// Distance between users and the streams that they were shown.
    DISTANCE(Theme.DISTANCE, Rows.SAMPLES),
    /// Click rate against distance.
    CLICKS_BY_DISTANCE(Theme.DISTANCE, Rows.SAMPLES),
    /// Click rate by distance band.
    CLICKS_BY_BAND(Theme.DISTANCE, Rows.SAMPLES),
    /// Click rate by local and by regional match.
    CLICKS_BY_MATCH(Theme.DISTANCE, Rows.SAMPLES),
    /// Click rate against proximity.
    CLICKS_BY_PROXIMITY(Theme.DISTANCE, Rows.SAMPLES),
    /// What is shown and what is watched, near and far.
    WATCHED(Theme.DISTANCE, Rows.SAMPLES),
    /// Click rate of near and far by how much users watch.
    CLICKS_BY_HOURS(Theme.DISTANCE, Rows.SAMPLES),

    /// Quality of streams.
    QUALITY(Theme.STREAMS, Rows.STREAMS),
    /// Whether quality follows a power law.
    QUALITY_TAIL(Theme.STREAMS, Rows.STREAMS),
    /// Whether viewers follow a power law.
    VIEWERS_TAIL(Theme.STREAMS, Rows.STREAMS),
    /// Whether followers follow a power law.
    FOLLOWERS_TAIL(Theme.STREAMS, Rows.STREAMS),
    /// How many streams are live, partnered, mature.
    FLAGS(Theme.STREAMS, Rows.STREAMS),
    /// Click rate by partner and mature.
    CLICKS_BY_FLAGS(Theme.STREAMS, Rows.SAMPLES),
    /// Categories by their share of streams and of users who like them.
    CATEGORIES(Theme.STREAMS, Rows.USERS, Rows.STREAMS),

    /// Local preference of users.
    PREFERENCE(Theme.USERS, Rows.USERS),
    /// Watch hours of users.
    HOURS(Theme.USERS, Rows.USERS),
    /// How many categories a user likes.
    LIKES(Theme.USERS, Rows.USERS),
    /// How varied the taste within a city is.
    DIVERSITY(Theme.USERS, Rows.USERS),

    /// Click rate against quality.
    CLICKS_BY_QUALITY(Theme.CLICKS, Rows.SAMPLES),
    /// Click rate by same language, same city, category match.
    CLICKS_BY_RELATION(Theme.CLICKS, Rows.SAMPLES),
    /// Click rate of near and far by local preference.
    CLICKS_BY_PREFERENCE(Theme.CLICKS, Rows.SAMPLES),
    /// Correlations of the features and the click.
    CORRELATIONS(Theme.CLICKS, Rows.SAMPLES),

    /// Who is shown, by number of followers.
    EXPOSURE(Theme.EXPOSURE, Rows.STREAMS);

    /// What rows a question needs at least one of.
    private enum Rows {
        USERS,
        STREAMS,
        SAMPLES
    }

    private final Theme theme;
    private final boolean needsUsers;
    private final boolean needsStreams;
    private final boolean needsSamples;

    Question(Theme theme, Rows... needs) {
        this.theme = theme;
        List<Rows> all = List.of(needs);
        needsUsers = all.contains(Rows.USERS);
        needsStreams = all.contains(Rows.STREAMS);
        needsSamples = all.contains(Rows.SAMPLES);
    }

    /// Whether the answer is another one under another scoring or click model.
    public boolean isAboutRankings() {
        return this == CANDIDATES || this == EXPOSURE;
    }

    /// What it belongs to.
    public Theme theme() {
        return theme;
    }

    /// The questions of a theme, in order.
    public static List<Question> of(Theme theme) {
        return Stream.of(values()).filter(question -> question.theme == theme).toList();
    }

    /// The answer, worked out on all cores. One pass over the rows in question, or two; what sorts them (distance, the
    /// power laws) takes O(n log n). Some 10 ms for 1 M rows and up to a second for 10 M samples; not for the
    /// JavaFX
    /// thread.
    ///
    /// @param progress told of the rows that are done
    /// @return [Answer.None] where the data cannot answer
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public Answer answer(Subject subject, Progress progress) {
        if (needsSamples && subject.samples().isEmpty()) {
            boolean unread = SampleReading.hasSamples(subject.session().requireData());
            return new Answer.None(unread ? Answer.Lack.UNREAD_SAMPLES : Answer.Lack.NO_SAMPLE_FILE);
        }
        if (needsSamples && subject.pairs().isEmpty()) {
            return new Answer.None(Answer.Lack.NO_SAMPLES);
        }
        if (needsUsers && subject.users().isEmpty()) {
            return new Answer.None(Answer.Lack.NO_USERS);
        }
        if (needsStreams && subject.streams().isEmpty()) {
            return new Answer.None(Answer.Lack.NO_STREAMS);
        }
        return switch (this) {
            case USER_CITIES -> PlaceCounts.userCities(subject, progress);
            case STREAM_CITIES -> PlaceCounts.streamCities(subject, progress);
            case CITY_SHARES -> PlaceCounts.cities(subject, progress);
            case LANGUAGES -> PlaceCounts.languages(subject, progress);
            case CATEGORIES -> PlaceCounts.categories(subject, progress);
            case CANDIDATES -> NearbyStreams.candidates(subject, progress);
            case DISTANCE -> Spreads.distance(subject, progress);
            case CLICKS_BY_DISTANCE -> ClickRates.byDistance(subject, progress);
            case CLICKS_BY_BAND -> ClickRates.byBand(subject, progress);
            case CLICKS_BY_MATCH -> ClickRates.byMatch(subject, progress);
            case CLICKS_BY_PROXIMITY -> ClickRates.byProximity(subject, progress);
            case WATCHED -> ClickRates.watched(subject, progress);
            case CLICKS_BY_HOURS -> ClickRates.byHours(subject, progress);
            case QUALITY -> Spreads.quality(subject, progress);
            case QUALITY_TAIL -> Tails.quality(subject, progress);
            case VIEWERS_TAIL -> Tails.viewers(subject, progress);
            case FOLLOWERS_TAIL -> Tails.followers(subject, progress);
            case FLAGS -> PlaceCounts.flags(subject, progress);
            case CLICKS_BY_FLAGS -> ClickRates.byFlags(subject, progress);
            case PREFERENCE -> Spreads.preference(subject, progress);
            case HOURS -> Spreads.hours(subject, progress);
            case LIKES -> Spreads.likes(subject, progress);
            case DIVERSITY -> CityTastes.diversity(subject, progress);
            case CLICKS_BY_QUALITY -> ClickRates.byQuality(subject, progress);
            case CLICKS_BY_RELATION -> ClickRates.byRelation(subject, progress);
            case CLICKS_BY_PREFERENCE -> ClickRates.byPreference(subject, progress);
            case CORRELATIONS -> CorrelationSums.correlations(subject, progress);
            case EXPOSURE -> ExposureCounts.exposure(subject, progress);
        };
    }
}
