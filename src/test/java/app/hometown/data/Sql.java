// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.util.LinkedHashMap;

/// A query that makes a good table, of which single columns can be made otherwise.
final class Sql {
    private final LinkedHashMap<String, String> columns = new LinkedHashMap<>();
    private final long rows;

    private Sql(long rows) {
        this.rows = rows;
    }

    /// Users; `i` is the row, from 0.
    static Sql users(long rows) {
        return new Sql(rows)
                .with("user_id", "'u' || i")
                .with("latitude", "(i % 180 - 90)::DOUBLE")
                .with("longitude", "(i % 360 - 180)::DOUBLE")
                .with("city", "'city ' || (i % 7)")
                .with("language", "CASE WHEN i % 2 = 0 THEN 'en' ELSE 'ja' END")
                .with("preferred_categories", "list_transform(range(i % 4), x -> (x + i % 5)::INTEGER)")
                .with("local_preference_strength", "(i % 11) / 10.0::DOUBLE")
                .with("total_watch_hours", "(i % 100)::DOUBLE");
    }

    /// Streams; `i` is the row, from 0.
    static Sql streams(long rows) {
        return new Sql(rows)
                .with("stream_id", "'s' || i")
                .with("latitude", "(i % 180 - 90)::DOUBLE")
                .with("longitude", "(i % 360 - 180)::DOUBLE")
                .with("city", "'city ' || (i % 7)")
                .with("language", "CASE WHEN i % 2 = 0 THEN 'en' ELSE 'ja' END")
                .with("category_id", "(i % 9)::INTEGER")
                .with("stream_quality_score", "(i % 101) / 10.0::DOUBLE")
                .with("avg_viewer_count", "(i % 1000)::INTEGER")
                .with("creator_followers", "(i * 3 % 100000)::INTEGER")
                .with("is_partnered", "i % 3 = 0")
                .with("mature_content", "i % 5 = 0")
                .with("is_live", "i % 10 <> 0");
    }

    /// With a column made otherwise, or added.
    Sql with(String column, String expression) {
        columns.put(column, expression);
        return this;
    }

    /// Without a column.
    Sql without(String column) {
        columns.remove(column);
        return this;
    }

    /// With the columns in the opposite order.
    Sql reversed() {
        Sql reversed = new Sql(rows);
        columns.sequencedEntrySet().reversed().forEach(each -> reversed.with(each.getKey(), each.getValue()));
        return reversed;
    }

    /// The query.
    String select() {
        StringBuilder select = new StringBuilder("SELECT ");
        columns.forEach((name, expression) ->
                select.append(expression).append(" AS ").append(name).append(", "));
        return select.append("FROM range(")
                .append(rows)
                .append(") t(i) ORDER BY i")
                .toString();
    }

    /// A statement that writes the table to FILE.
    String copy(String options) {
        return "COPY (" + select() + ") TO FILE (FORMAT parquet" + (options.isEmpty() ? "" : ", " + options) + ")";
    }
}
