// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.data.Words;
import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;

/// Rows of data that are open already, put into other vocabularies.
final class OpenRows {
    private OpenRows() {}

    static void addUsers(Catalog from, Users.Builder to, Words words) {
        Users users = from.users();
        int[] codes = new int[16];
        for (int row = 0; row < users.size(); row++) {
            int count = users.categoryCount(row);
            codes = count <= codes.length ? codes : new int[count * 2];
            for (int n = 0; n < count; n++) {
                codes[n] = words.categories().code(from.categories().name(users.category(row, n)));
            }
            to.ids().add(users.ids().get(row));
            to.add(
                    users.latitude(row),
                    users.longitude(row),
                    words.cities().code(from.cities().name(users.city(row))),
                    words.languages().code(from.languages().name(users.language(row))),
                    codes,
                    count,
                    users.localPreferenceStrength(row),
                    users.totalWatchHours(row));
        }
    }

    static void addStreams(Catalog from, Streams.Builder to, Words words) {
        Streams streams = from.streams();
        for (int row = 0; row < streams.size(); row++) {
            to.ids().add(streams.ids().get(row));
            to.add(
                    streams.latitude(row),
                    streams.longitude(row),
                    words.cities().code(from.cities().name(streams.city(row))),
                    words.languages().code(from.languages().name(streams.language(row))),
                    words.categories().code(from.categories().name(streams.category(row))),
                    streams.qualityScore(row),
                    streams.avgViewerCount(row),
                    streams.creatorFollowers(row),
                    streams.partnered(row),
                    streams.matureContent(row),
                    streams.live(row),
                    streams.viewersNow(row));
        }
        to.labels(streams.labels());
    }
}
