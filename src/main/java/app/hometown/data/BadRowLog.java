// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts bad rows by reason and keeps the first few of each.
public final class BadRowLog {
    private static final int EXAMPLES = 3;
    private static final int VALUE_LENGTH = 80;

    private final Map<String, Entry> reasons = new LinkedHashMap<>();
    private long count;

    private static final class Entry {
        private long count;
        private final List<FileReport.Example> examples = new ArrayList<>();
    }

    /// Whether the next row with this reason is still to be shown: values are put into words only then.
    public boolean wantsExample(String reason) {
        Entry entry = reasons.get(reason);
        return entry == null || entry.examples.size() < EXAMPLES;
    }

    /// Counts a row of which there are examples enough.
    public void add(String reason) {
        reasons.computeIfAbsent(reason, _ -> new Entry()).count++;
        count++;
    }

    /// Counts a row and keeps it as an example.
    ///
    /// @param row counted from 1
    public void add(String reason, long row, String id, String value) {
        add(reason);
        reasons.computeIfAbsent(reason, _ -> new Entry())
                .examples
                .add(new FileReport.Example(row, shorten(id), shorten(value)));
    }

    /// How many rows were counted.
    public long count() {
        return count;
    }

    /// The reasons, the most frequent first.
    public List<FileReport.BadRows> report() {
        return reasons.entrySet().stream()
                .map(each -> new FileReport.BadRows(each.getKey(), each.getValue().count, each.getValue().examples))
                .sorted(Comparator.comparingLong(FileReport.BadRows::count).reversed())
                .toList();
    }

    /// The reasons in one sentence, for a file without a single good row.
    public String sentence() {
        return report().stream()
                .limit(EXAMPLES)
                .map(bad -> bad.reason() + " in " + bad.count())
                .collect(Collectors.joining(", "));
    }

    private static String shorten(String value) {
        return value.length() <= VALUE_LENGTH ? value : value.substring(0, VALUE_LENGTH) + "…";
    }
}
