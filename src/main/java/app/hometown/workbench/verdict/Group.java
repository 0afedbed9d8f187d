// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import java.util.Arrays;

/// Some of the evaluated users. Immutable.
public final class Group {
    private final Grouping by;
    private final String name;
    private final int[] users;

    /// @param name what they have in common: a city, a language, a selection's name, or a range such as 0.2..0.4
    /// @param users numbers of the trial, ascending; belong to the group from now on
    Group(Grouping by, String name, int[] users) {
        this.by = by;
        this.name = name;
        this.users = users;
    }

    /// By what they were grouped.
    public Grouping by() {
        return by;
    }

    /// What they have in common.
    public String name() {
        return name;
    }

    /// How many they are.
    public int size() {
        return users.length;
    }

    /// Their numbers in the trial, ascending; a copy.
    public int[] users() {
        return users.clone();
    }

    /// Their values of all users' values.
    double[] of(double[] values) {
        return Arrays.stream(users).mapToDouble(user -> values[user]).toArray();
    }
}
