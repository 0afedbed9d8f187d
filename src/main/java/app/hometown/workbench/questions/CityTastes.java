// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Users;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How varied the taste within cities is. One pass over the users; 8 bytes a city and category.
final class CityTastes {
    private CityTastes() {}

    static Answer diversity(Subject subject, Progress progress) {
        Catalog catalog = subject.catalog();
        Users users = catalog.users();
        int categories = catalog.categories().size();
        int languages = catalog.languages().size();
        int width = 1 + languages + categories;
        int cities = catalog.cities().size();
        long[][] counts = new long[cities][];
        long[] all = new long[width];
        progress.phase("counting users", subject.users().length());
        for (int row = subject.users().nextSetBit(0);
                row >= 0;
                row = subject.users().nextSetBit(row + 1)) {
            if ((row & 0xfff) == 0) {
                progress.done(row);
            }
            int city = users.city(row);
            if (counts[city] == null) {
                counts[city] = new long[width];
            }
            add(users, row, languages, counts[city]);
            add(users, row, languages, all);
        }
        List<Answer.CityTaste> tastes = new ArrayList<>();
        for (int city = 0; city < cities; city++) {
            if (counts[city] != null) {
                tastes.add(taste(catalog.cities().name(city), counts[city], languages));
            }
        }
        tastes.sort(Comparator.comparingLong(Answer.CityTaste::users).reversed().thenComparing(Answer.CityTaste::city));
        return new Answer.Diversity(tastes, taste("", all, languages));
    }

    private static void add(Users users, int row, int languages, long[] counts) {
        counts[0]++;
        counts[1 + users.language(row)]++;
        for (int n = 0; n < users.categoryCount(row); n++) {
            if (PlaceCounts.isFirst(users, row, n)) {
                counts[1 + languages + users.category(row, n)]++;
            }
        }
    }

    private static Answer.CityTaste taste(String city, long[] counts, int languages) {
        int spoken = 0;
        for (int at = 1; at <= languages; at++) {
            spoken += counts[at] > 0 ? 1 : 0;
        }
        long likes = 0;
        int liked = 0;
        for (int at = 1 + languages; at < counts.length; at++) {
            likes += counts[at];
            liked += counts[at] > 0 ? 1 : 0;
        }
        double entropy = 0;
        for (int at = 1 + languages; at < counts.length; at++) {
            if (counts[at] > 0) {
                double share = (double) counts[at] / likes;
                entropy -= share * Math.log(share);
            }
        }
        return new Answer.CityTaste(city, counts[0], likes, likes == 0 ? 0 : Math.exp(entropy), liked, spoken);
    }
}
