// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GuessTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(
                        "users.csv",
                        """
                        user_id,latitude,longitude,city,language,preferred_categories,local_preference_strength,total_watch_hours
                        u1,48.85,2.35,Paris,fr,chess;music,0.4,120.5
                        u2,40.71,-74.0,New York,en,art,0.9,3
                        """,
                        FileKind.USERS,
                        "user_id=user_id latitude=latitude longitude=longitude city=city language=language"
                                + " preferred_categories=preferred_categories"
                                + " local_preference_strength=local_preference_strength"
                                + " total_watch_hours=total_watch_hours"),
                Arguments.of(
                        "export.csv",
                        """
                        Viewer ID,Lat,Lng,Town,Lang,Interests,Local Preference,Watch Hours,Signup Date
                        17,48.85,2.35,Paris,fr,chess|music,0.4,120.5,2024-01-02
                        18,40.71,-74.0,New York,en,art|irl,0.9,3,2024-02-02
                        """,
                        FileKind.USERS,
                        "user_id=Viewer ID latitude=Lat longitude=Lng city=Town language=Lang"
                                + " preferred_categories=Interests local_preference_strength=Local Preference"
                                + " total_watch_hours=Watch Hours"),
                Arguments.of(
                        "members.csv",
                        """
                        memberId;homeLat;homeLon;homeCity;locale;favouriteGenres;locality;minutesWatched
                        a;48,85;2,35;Paris;fr;[chess, music];0,4;1205
                        b;40,71;-74,0;New York;en;[art];0,9;30
                        """,
                        FileKind.USERS,
                        "user_id=memberId latitude=homeLat longitude=homeLon city=homeCity language=locale"
                                + " preferred_categories=favouriteGenres local_preference_strength=locality"
                                + " total_watch_hours=minutesWatched"),
                Arguments.of(
                        "live_channels.csv",
                        """
                        channel_id,streamer,title,game,lang,lat,long,city,quality,viewers,followers,partner,mature,tags
                        c1,ann,Hi there,Chess,en,51.5,-0.12,London,7.2,"1,204",90000,yes,no,fun;cosy
                        c2,bob,Let's go,Art,de,52.5,13.4,Berlin,0.4,3,12,no,no,
                        """,
                        FileKind.STREAMS,
                        "stream_id=channel_id creator_id=streamer title=title category_id=game language=lang"
                                + " latitude=lat longitude=long city=city stream_quality_score=quality"
                                + " avg_viewer_count=viewers creator_followers=followers is_partnered=partner"
                                + " mature_content=mature tags=tags"),
                Arguments.of(
                        "dump.csv",
                        """
                        id,broadcaster_id,game_id,language,stream_lat,stream_lng,location,rating,avg_viewers,viewer_count_now,follower_count,is_verified,is_mature,is_live
                        9001,7,33,en,51.5,-0.12,London,7.2,204,220,90000,true,false,1
                        9002,8,34,de,52.5,13.4,Berlin,0.4,3,2,12,false,false,0
                        """,
                        FileKind.STREAMS,
                        "stream_id=id creator_id=broadcaster_id category_id=game_id language=language"
                                + " latitude=stream_lat longitude=stream_lng city=location"
                                + " stream_quality_score=rating avg_viewer_count=avg_viewers"
                                + " creator_followers=follower_count is_partnered=is_verified"
                                + " mature_content=is_mature is_live=is_live"),
                Arguments.of(
                        "impressions.csv", """
                        viewer,channel,shown_at,click
                        u1,c1,2024-01-01T10:00:00Z,1
                        u1,c2,2024-01-01T10:01:00Z,0
                        """, FileKind.SAMPLES, "user_id=viewer stream_id=channel clicked=click"),
                Arguments.of(
                        "test.csv",
                        """
                        user_id,item_id,label,distance_km
                        u1,c1,true,12.5
                        u1,c2,false,3
                        """,
                        FileKind.TEST_SAMPLES,
                        "user_id=user_id stream_id=item_id clicked=label distance_km=distance_km"),
                Arguments.of("genres.csv", """
                    id,label
                    1,Chess
                    2,Art
                    """, FileKind.CATEGORIES, "category_id=id name=label"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void findsKindAndColumns(String name, String text, FileKind kind, String columns) throws IOException {
        Preview preview = preview(name, text);
        assertThat(Guess.kind(preview)).isEqualTo(kind);
        assertThat(columns(Guess.mapping(preview, kind))).isEqualTo(expected(columns));
    }

    @Test
    void findsColumnsWithoutNamesByWhatTheyHold() throws IOException {
        Preview preview = preview("viewers.csv", """
            a-1,48.85,12.35,Paris,fr,chess;music,0.4,120.5
            a-2,40.71,-174.0,New York,en,art;irl,0.9,3
            a-3,-33.9,151.2,Paris,fr,art;irl,0.9,3
            """);
        assertThat(columns(Guess.mapping(preview, FileKind.USERS)))
                .containsEntry("user_id", "column 1")
                .containsEntry("latitude", "column 2")
                .containsEntry("longitude", "column 3")
                .containsEntry("city", "column 4")
                .containsEntry("language", "column 5")
                .containsEntry("preferred_categories", "column 6");
    }

    @Test
    void doesNotTakeTextForANumberWhateverItsName() throws IOException {
        Preview preview = preview("users.csv", """
            id,lat,lon,city,quality
            u1,north,2.35,Paris,good
            u2,south,-74.0,New York,bad
            """);
        assertThat(columns(Guess.mapping(preview, FileKind.USERS)))
                .doesNotContainKey("latitude")
                .containsEntry("longitude", "lon");
    }

    @ParameterizedTest
    @MethodSource("units")
    void suggestsUnitsButTakesNumbersAsTheyAre(
            String column, String values, String target, FileKind kind, double factor) throws IOException {
        Preview preview = preview("x.csv", "id," + column + "\n" + values);
        Binding binding = Guess.binding(kind.target(target), preview.column(column));
        assertThat(binding.times()).isEqualTo(1);
        assertThat(Guess.factor(kind.target(target), preview.column(column)).orElse(1))
                .isEqualTo(factor);
    }

    static Stream<Arguments> units() {
        return Stream.of(
                Arguments.of("quality", "a,0.2\nb,0.9", "stream_quality_score", FileKind.STREAMS, 10.0),
                Arguments.of("quality", "a,20\nb,97", "stream_quality_score", FileKind.STREAMS, 0.1),
                Arguments.of("quality", "a,2\nb,9.5", "stream_quality_score", FileKind.STREAMS, 1.0),
                Arguments.of("local", "a,20\nb,97", "local_preference_strength", FileKind.USERS, 0.01),
                Arguments.of("local", "a,0.2\nb,0.97", "local_preference_strength", FileKind.USERS, 1.0),
                Arguments.of("minutes", "a,20\nb,97", "total_watch_hours", FileKind.USERS, 1.0 / 60),
                Arguments.of("hours", "a,20\nb,97", "total_watch_hours", FileKind.USERS, 1.0));
    }

    private Preview preview(String name, String text) throws IOException {
        return Preview.of(Source.open(Files.writeString(folder.resolve(name), text)));
    }

    private static Map<String, String> columns(Mapping mapping) {
        Map<String, String> columns = new TreeMap<>();
        mapping.bindings().forEach((target, binding) -> columns.put(target, String.valueOf(binding.column())));
        return columns;
    }

    /// `target=column with blanks next=…`.
    private static Map<String, String> expected(String text) {
        Map<String, String> columns = new TreeMap<>();
        for (String part : text.split(" (?=[a-z_]+=)", -1)) {
            columns.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        return columns;
    }
}
