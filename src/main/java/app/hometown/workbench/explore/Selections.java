// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The named selections of the open data, oldest first; names are unique within a kind. Immutable.
///
/// @param all the selections
public record Selections(List<Selection> all) {
    /// No selection.
    public static final Selections NONE = new Selections(List.of());

    public Selections {
        all = List.copyOf(all);
    }

    /// The selection of a kind and a name.
    public Optional<Selection> find(Kind kind, String name) {
        return all.stream()
                .filter(each -> each.kind() == kind && each.name().equals(name))
                .findFirst();
    }

    /// Those of a kind.
    public List<Selection> of(Kind kind) {
        return all.stream().filter(each -> each.kind() == kind).toList();
    }

    /// With one more, or another one of the same kind and name.
    public Selections with(Selection selection) {
        List<Selection> other = new ArrayList<>(without(selection).all);
        other.add(selection);
        return new Selections(other);
    }

    /// Without the one of the same kind and name.
    public Selections without(Selection selection) {
        return new Selections(
                all.stream().filter(each -> !isSame(each, selection)).toList());
    }

    /// With another name for one.
    ///
    /// @throws InputException when the new name is blank or taken
    public Selections renamed(Selection selection, String to) {
        if (to.isBlank()) {
            throw new InputException("selection " + selection.name(), "a name must not be blank", "Give another name.");
        }
        if (!selection.name().equals(to) && find(selection.kind(), to).isPresent()) {
            throw new InputException("selection " + to, "there is one of this name already", "Give another name.");
        }
        return new Selections(all.stream()
                .map(each -> isSame(each, selection) ? each.named(to) : each)
                .toList());
    }

    /// A name that is not taken by either kind: the given words and the next free number.
    public String freeName(String words) {
        int number = 1;
        while (isTaken(words + " " + number)) {
            number++;
        }
        return words + " " + number;
    }

    private boolean isTaken(String name) {
        return all.stream().anyMatch(each -> each.name().equals(name));
    }

    private static boolean isSame(Selection one, Selection other) {
        return one.kind() == other.kind() && one.name().equals(other.name());
    }
}
