// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.data.mapping.Target.Absent;
import app.hometown.domain.Feature;
import java.util.ArrayList;
import java.util.List;

/// What the rows of a file are.
public enum FileKind {
    USERS,
    STREAMS,
    SAMPLES,
    TEST_SAMPLES,
    CATEGORIES;

    private static final List<Target> OF_USERS = List.of(
            Target.id("user_id", "viewer", "member", "account", "profile", "customer", "person", "id", "uid", "name"),
            Target.latitude("user", "viewer", "home"),
            Target.longitude("user", "viewer", "home"),
            Target.text("city", "town", "location", "place", "home", "municipality", "region", "area"),
            Target.text("language", "lang", "locale", "speaks", "idiom"),
            Target.list(
                    "preferred_categories",
                    Absent.REFUSED,
                    "likes",
                    "interests",
                    "preferences",
                    "favorites",
                    "favourites",
                    "favoritecategories",
                    "favouritecategories",
                    "categories",
                    "genres",
                    "topics",
                    "games",
                    "preferredgenres"),
            Target.number(
                            "local_preference_strength",
                            0,
                            1,
                            "localpreference",
                            "localaffinity",
                            "locality",
                            "localpref")
                    .orTimes(0.01, 0.1),
            Target.number(
                            "total_watch_hours",
                            0,
                            Double.MAX_VALUE,
                            "watchhours",
                            "watchtime",
                            "hourswatched",
                            "hours",
                            "minutes",
                            "seconds",
                            "minuteswatched",
                            "watchminutes",
                            "secondswatched",
                            "watchseconds",
                            "viewtime")
                    .orTimes(1.0 / 60, 1.0 / 3600, 1.0 / 3_600_000));

    private static final List<Target> OF_STREAMS = List.of(
            Target.id("stream_id", "broadcast", "channel", "live", "video", "room", "id", "uid"),
            Target.latitude("stream", "streamer", "broadcaster", "creator", "channel"),
            Target.longitude("stream", "streamer", "broadcaster", "creator", "channel"),
            Target.text("city", "town", "location", "place", "municipality", "region", "area"),
            Target.text("language", "lang", "locale", "broadcasterlanguage", "idiom"),
            Target.text("category_id", "category", "game", "gameid", "gamename", "genre", "topic", "section"),
            Target.number("stream_quality_score", 0, 10, "quality", "qualityscore", "rating", "score", "stars")
                    .orTimes(10, 2, 0.1),
            Target.count(
                            "avg_viewer_count",
                            Absent.REFUSED,
                            "viewers",
                            "avgviewers",
                            "averageviewers",
                            "meanviewers",
                            "viewercount",
                            "averageviewercount",
                            "acv",
                            "ccv",
                            "audience")
                    .orTimes(1000),
            Target.count(
                            "creator_followers",
                            Absent.REFUSED,
                            "followers",
                            "followercount",
                            "follows",
                            "subscribers",
                            "subs",
                            "fans")
                    .orTimes(1000, 1_000_000),
            Target.flag("is_partnered", Absent.REFUSED, "partner", "partnered", "ispartner", "verified", "isverified"),
            Target.flag(
                    "mature_content", Absent.REFUSED, "mature", "ismature", "adult", "nsfw", "explicit", "adultonly"),
            Target.flag("is_live", Absent.LIVE, "live", "online", "onair", "isonline", "active"),
            Target.count(
                    "current_viewers", Absent.UNKNOWN, "viewersnow", "nowviewers", "currentviewercount", "liveviewers"),
            Target.text("title", "streamtitle", "headline", "caption", "description")
                    .orAbsent(),
            Target.list("tags", Absent.UNKNOWN, "labels", "keywords", "hashtags"),
            Target.text("creator_id", "creator", "streamer", "streamerid", "broadcasterid", "owner", "author", "host")
                    .orAbsent());

    private static final List<Target> OF_SAMPLES = samples();

    private static final List<Target> OF_CATEGORIES = List.of(
            Target.text("category_id", "id", "category", "gameid", "genreid", "code"),
            Target.text("name", "categoryname", "title", "label", "gamename", "genre", "description"));

    /// Columns of samples; features that a file does not have are worked out from the user and the stream.
    private static List<Target> samples() {
        List<Target> targets = new ArrayList<>(List.of(
                Target.text(
                        "user_id", "user", "viewer", "viewerid", "member", "memberid", "account", "uid", "customerid"),
                Target.text(
                        "stream_id",
                        "stream",
                        "channel",
                        "channelid",
                        "broadcast",
                        "broadcastid",
                        "item",
                        "itemid",
                        "videoid"),
                Target.flag(
                        "clicked",
                        Absent.REFUSED,
                        "click",
                        "label",
                        "target",
                        "watched",
                        "engaged",
                        "isclick",
                        "y",
                        "converted",
                        "response")));
        for (Feature feature : Feature.values()) {
            targets.add(Target.feature(feature));
        }
        targets.add(
                Target.number("true_click_probability", 0, 1, "trueprobability").orAbsent());
        return List.copyOf(targets);
    }

    /// The columns that rows of this kind have, the identifying ones first.
    public List<Target> targets() {
        return switch (this) {
            case USERS -> OF_USERS;
            case STREAMS -> OF_STREAMS;
            case SAMPLES, TEST_SAMPLES -> OF_SAMPLES;
            case CATEGORIES -> OF_CATEGORIES;
        };
    }

    /// The column of a name.
    ///
    /// @throws java.util.NoSuchElementException when there is none
    public Target target(String column) {
        return targets().stream()
                .filter(target -> target.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /// How many columns name a row.
    int keys() {
        return this == SAMPLES || this == TEST_SAMPLES ? 2 : 1;
    }
}
