// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

/// A column of users, streams or samples: numbers or words by row. Immutable; read from any thread.
public sealed interface DataColumn permits NumberColumn, WordColumn {
    /// Its name.
    ColumnKey key();

    /// Whether a filter has a condition on it, so that it can be brushed.
    boolean filtered();
}
