// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.ui.OpenedData;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchIndexTest {
    private final Catalog catalog = OpenedData.CATALOG;
    private final SearchIndex index = new SearchIndex(catalog);

    @Test
    void theWholeIdComesFirst() {
        Suggestion first = index.find("user_000042", 5).getFirst();
        assertThat(first.kind()).isEqualTo(Suggestion.Kind.USER);
        assertThat(catalog.users().ids().get(first.index())).isEqualTo("user_000042");
    }

    @Test
    void aNumberFindsTheIdsThatEndWithItBeforeThoseThatContainIt() {
        List<Suggestion> finds = index.find("12", 9);
        assertThat(finds.getFirst().text()).isEqualTo("user_000012");
        assertThat(finds.get(1).text()).isEqualTo("stream_000012");
    }

    @Test
    void aCityIsFoundByTheBeginningOfAnyWordInAnyCase() {
        assertThat(index.find("yor", 5).getFirst().text()).isEqualTo("New York");
        assertThat(index.find("NEW", 5).getFirst().kind()).isEqualTo(Suggestion.Kind.CITY);
    }

    @Test
    void aCityLeadsToAUserWhoLivesThere() {
        Suggestion city = index.find("new york", 5).getFirst();
        int user = index.cities().middleUser(city.index());
        assertThat(catalog.user(user).city()).isEqualTo("New York");
        assertThat(index.cities().users(city.index())).isPositive();
    }

    @Test
    void notMoreThanAskedForAndNothingForNothing() {
        assertThat(index.find("user", 4))
                .hasSize(4)
                .extracting(Suggestion::text)
                .first()
                .isEqualTo("user_000001");
        assertThat(index.find("  ", 4)).isEmpty();
        assertThat(index.find("nowhere at all", 4)).isEmpty();
    }
}
