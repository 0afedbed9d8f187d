// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which columns of a file are which of ours. Immutable.
///
/// @param kind what the rows are
/// @param bindings by the names of our columns; those not named come from nowhere
public record Mapping(FileKind kind, Map<String, Binding> bindings) {
    public Mapping {
        bindings = Map.copyOf(bindings);
    }

    /// Where a column comes from.
    public Binding of(Target target) {
        return bindings.getOrDefault(target.column(), Binding.ABSENT);
    }

    /// With another source of a column.
    public Mapping with(Target target, Binding binding) {
        Map<String, Binding> other = new LinkedHashMap<>(bindings);
        other.put(target.column(), binding);
        return new Mapping(kind, other);
    }

    /// The columns that must come from somewhere and do not.
    public List<Target> missing() {
        return kind.targets().stream()
                .filter(target -> !target.absentAllowed() && of(target).absent())
                .toList();
    }

    /// The columns of the file that are used.
    public Set<String> used() {
        Set<String> used = new HashSet<>();
        kind.targets().forEach(target -> {
            String column = of(target).column();
            if (column != null) {
                used.add(column);
            }
        });
        return used;
    }
}
