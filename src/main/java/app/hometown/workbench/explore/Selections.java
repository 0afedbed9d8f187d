// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The named selections of the open data, oldest first; names are unique. Immutable.
///
/// @param all the selections
public record Selections(List<Selection> all) {
    /// No selection.
    public static final Selections NONE = new Selections(List.of());

    public Selections {
        all = List.copyOf(all);
    }

    /// The selection of a name.
    public Optional<Selection> find(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// With one more, or another one of the same name.
    public Selections with(Selection selection) {
        List<Selection> other = new ArrayList<>(without(selection.name()).all);
        other.add(selection);
        return new Selections(other);
    }

    /// Without the one of a name.
    public Selections without(String name) {
        return new Selections(
                all.stream().filter(each -> !each.name().equals(name)).toList());
    }

    /// With another name for one.
    ///
    /// @throws InputException when the new name is blank or taken
    public Selections renamed(String from, String to) {
        if (to.isBlank()) {
            throw new InputException("selection " + from, "a name must not be blank", "Give another name.");
        }
        if (!from.equals(to) && find(to).isPresent()) {
            throw new InputException("selection " + to, "there is one of this name already", "Give another name.");
        }
        return new Selections(all.stream()
                .map(each -> each.name().equals(from) ? each.named(to) : each)
                .toList());
    }

    /// A name that is not taken: the given words and the next free number.
    public String freeName(String words) {
        int number = 1;
        while (find(words + " " + number).isPresent()) {
            number++;
        }
        return words + " " + number;
    }
}
