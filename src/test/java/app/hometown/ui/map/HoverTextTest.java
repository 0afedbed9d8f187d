// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoverTextTest {
    private final Locale before = Locale.getDefault(Locale.Category.FORMAT);
    private final Catalog catalog = catalog();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    private static Catalog catalog() {
        var users = new Users.Builder();
        users.ids().add("user_1");
        users.add(48.0, 2.0, 0, 0, new int[] {0, 1}, 2, 0.41, 103.4);
        users.ids().add("user_2");
        users.add(49.0, 2.0, 0, 0, new int[0], 0, 1, 0);
        var streams = new Streams.Builder();
        streams.ids().add("stream_1");
        streams.add(48.0, 2.0, 0, 0, 1, 4.125, 1234, 1000, true, true, true, 980);
        streams.ids().add("stream_2");
        streams.add(48.0, 3.0, 0, 0, 0, 5, 1, 1000, false, false, false, -1);
        return new Catalog(
                users.build(),
                streams.build(),
                Vocabulary.of(List.of("Paris")),
                Vocabulary.of(List.of("fr")),
                Vocabulary.of(List.of("1", "2")),
                true,
                Map.of("2", "Music"));
    }

    private static MapSelection picked(double latitude) {
        var pin = new MapSelection.Pin(0, "stream_1", 48, 2, OptionalInt.of(3), OptionalInt.empty());
        return new MapSelection("user_1", latitude, 2, OptionalDouble.of(250), List.of(pin));
    }

    private static String plain(List<String> lines) {
        return String.join("\n", lines).replace('\u202f', ' ');
    }

    @Test
    void aStreamTellsWhatItIsHowFarItIsAndWhereItIsListed() {
        HoverText text = HoverText.of(new Pointed(false, 0, 0.5, 0.5, 0, 0), catalog, picked(49));
        assertThat(text.heading()).isEqualTo("stream_1");
        assertThat(plain(text.lines())).isEqualTo("""
            Paris · fr · Music
            quality 4.12 · 1,234 viewers on average · 980 now
            live · partnered · mature
            111 km from user_1\
            """);
        assertThat(text.basicRank()).hasValue(3);
        assertThat(text.mlRank()).isEmpty();
        assertThat(text.more()).isEmpty();
    }

    @Test
    void withoutAPickedUserThereIsNoDistance() {
        HoverText text = HoverText.of(new Pointed(false, 1, 0.5, 0.5, 0, 0), catalog, null);
        assertThat(plain(text.lines())).isEqualTo("""
            Paris · fr · 1
            quality 5.00 · 1 viewers on average
            off the air\
            """);
    }

    @Test
    void aUserTellsWhatTheyLike() {
        HoverText text = HoverText.of(new Pointed(true, 0, 0.5, 0.5, 0, 0), catalog, null);
        assertThat(text.heading()).isEqualTo("user_1");
        assertThat(plain(text.lines())).isEqualTo("""
            Paris · fr
            likes 1, Music
            local preference 0.41 · 103 h watched\
            """);
        assertThat(plain(HoverText.of(new Pointed(true, 1, 0.5, 0.5, 0, 0), catalog, picked(48))
                        .lines()))
                .contains("prefers no category")
                .endsWith("111 km from user_1");
    }

    @Test
    void thePickedUserIsNamedAsSuchAndSaysWhenTriedElsewhere() {
        var what = new Pointed(true, 0, 0.5, 0.5, 0, 0);
        assertThat(HoverText.of(what, catalog, picked(48)).lines()).last().isEqualTo("Picked user");
        assertThat(plain(HoverText.of(what, catalog, picked(49)).lines()))
                .endsWith("Picked user, tried 111 km from home");
    }

    @Test
    void aCrowdIsCountedByKind() {
        assertThat(HoverText.of(new Pointed(true, 0, 0.5, 0.5, 300, 12), catalog, null)
                        .more())
                .isEqualTo("and 312 more here: 300 users, 12 streams");
        assertThat(HoverText.of(new Pointed(true, 0, 0.5, 0.5, 0, 1), catalog, null)
                        .more())
                .isEqualTo("and 1 stream more here");
        assertThat(HoverText.of(new Pointed(true, 0, 0.5, 0.5, 2000, 0), catalog, null)
                        .more())
                .isEqualTo("and 2,000 users more here");
    }

    @Test
    void aCityTellsWhatItsTotalsCount() {
        HoverText text = HoverText.of(new CityTotals.City("Paris", 0.5, 0.3, 1, 4000));
        assertThat(text.heading()).isEqualTo("Paris");
        assertThat(text.lines()).containsExactly("1 user on the map", "4,000 streams on the map");
    }

    @Test
    void aCardStandsWhollyWithinTheMap() {
        for (double room : new double[] {312, 900}) {
            for (double pointer = 0; pointer <= room; pointer += 7) {
                double start = HoverCard.beside(pointer, 250, room);
                assertThat(start).isBetween(0.0, room - 250);
                boolean apart = start > pointer || start + 250 < pointer;
                assertThat(apart || room < 2 * 250 + 50).isTrue();
            }
        }
    }
}
