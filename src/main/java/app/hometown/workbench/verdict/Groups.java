// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.domain.Catalog;
import app.hometown.domain.Users;
import app.hometown.ranking.Surroundings;
import app.hometown.workbench.explore.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Puts evaluated users into groups; nobody is in two of them but of selections.
final class Groups {
    private static final int FIFTHS = 5;
    private static final int QUARTERS = 4;

    private final Catalog catalog;
    private final int[] rows;
    private final int[] all;

    /// @param catalog the data with the users
    /// @param rows the catalog's row of each evaluated user; negative for one that it does not have, who is in no
    /// group
    Groups(Catalog catalog, int[] rows) {
        this.catalog = catalog;
        this.rows = rows;
        all = IntStream.range(0, rows.length).filter(user -> rows[user] >= 0).toArray();
    }

    /// The groups of a kind.
    ///
    /// @param selections those named by the analyst
    /// @param radiusKm within which streams are candidates
    List<Group> by(Grouping by, List<Selection> selections, OptionalDouble radiusKm) {
        return switch (by) {
            case CITY -> cities();
            case LANGUAGE -> languages();
            case LOCAL_PREFERENCE -> localPreferences();
            case WATCH_HOURS -> watchHours();
            case CANDIDATES -> candidates(candidates(catalog, rows, radiusKm));
            case SELECTION -> selections(selections);
        };
    }

    /// How many live streams users have within a radius; 0 for those that the catalog does not have.
    static int[] candidates(Catalog catalog, int[] rows, OptionalDouble radiusKm) {
        Users users = catalog.users();
        Surroundings surroundings = Surroundings.of(catalog.streams());
        return Arrays.stream(rows)
                .parallel()
                .map(row -> row < 0
                        ? 0
                        : surroundings
                                .within(users.latitude(row), users.longitude(row), radiusKm)
                                .count())
                .toArray();
    }

    List<Group> cities() {
        return byCode(
                Grouping.CITY,
                user -> catalog.users().city(rows[user]),
                catalog.cities().size(),
                code -> catalog.cities().name(code));
    }

    List<Group> languages() {
        return byCode(
                Grouping.LANGUAGE,
                user -> catalog.users().language(rows[user]),
                catalog.languages().size(),
                code -> catalog.languages().name(code));
    }

    List<Group> localPreferences() {
        Users users = catalog.users();
        return byCode(
                Grouping.LOCAL_PREFERENCE,
                user -> Math.min(FIFTHS - 1, (int) (users.localPreferenceStrength(rows[user]) * FIFTHS)),
                FIFTHS,
                fifth -> String.format(
                        Locale.ROOT, "%.1f..%.1f", fifth / (double) FIFTHS, (fifth + 1) / (double) FIFTHS));
    }

    /// By the hours of the users themselves, so that the groups are about as large; equal hours stay together.
    List<Group> watchHours() {
        Users users = catalog.users();
        double[] hours = Arrays.stream(all)
                .mapToDouble(user -> users.totalWatchHours(rows[user]))
                .sorted()
                .toArray();
        if (hours.length == 0) {
            return List.of();
        }
        double[] cuts = new double[QUARTERS - 1];
        Arrays.setAll(cuts, i -> hours[(i + 1) * (hours.length - 1) / QUARTERS]);
        return byCode(
                Grouping.WATCH_HOURS,
                user -> {
                    double own = users.totalWatchHours(rows[user]);
                    return (int) Arrays.stream(cuts).filter(cut -> own > cut).count();
                },
                QUARTERS,
                quarter -> String.format(
                        Locale.ROOT,
                        "%.0f..%.0f h",
                        quarter == 0 ? hours[0] : cuts[quarter - 1],
                        quarter == QUARTERS - 1 ? hours[hours.length - 1] : cuts[quarter]));
    }

    /// @param counts one a user
    List<Group> candidates(int[] counts) {
        return byCode(
                Grouping.CANDIDATES,
                user -> Integer.toString(counts[user]).length() - (counts[user] == 0 ? 1 : 0),
                11,
                digits -> digits == 0
                        ? "0"
                        : String.format(
                                Locale.ROOT, "%.0f..%.0f", Math.pow(10, digits - 1.0), Math.pow(10, digits) - 1));
    }

    List<Group> selections(List<Selection> selections) {
        List<Group> groups = new ArrayList<>();
        for (Selection selection : selections) {
            int[] members = Arrays.stream(all)
                    .filter(user -> selection.holds(rows[user]))
                    .toArray();
            if (members.length > 0) {
                groups.add(new Group(Grouping.SELECTION, selection.name(), members));
            }
        }
        return groups;
    }

    private List<Group> byCode(Grouping by, IntUnaryOperator code, int codes, IntFunction<String> name) {
        int[] ofUser = Arrays.stream(all).map(code).toArray();
        int[] counts = new int[codes];
        for (int one : ofUser) {
            counts[one]++;
        }
        int[][] members = new int[codes][];
        Arrays.setAll(members, one -> new int[counts[one]]);
        for (int place = all.length - 1; place >= 0; place--) {
            members[ofUser[place]][--counts[ofUser[place]]] = all[place];
        }
        List<Group> groups = new ArrayList<>();
        for (int one = 0; one < codes; one++) {
            if (members[one].length > 0) {
                groups.add(new Group(by, name.apply(one), members[one]));
            }
        }
        return groups;
    }
}
