// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.map.MapLegend;
import app.hometown.ui.map.Marks;
import java.util.BitSet;
import java.util.List;

/// Users on the map by what rankers make of them: by how much lists differ, or by the verdict on their city. Immutable,
/// for any thread.
interface UserMarks {
    /// How the map shows them.
    ///
    /// @param left the users that filters leave
    Marks marks(BitSet left, boolean dark);

    /// What the legend says of them.
    List<MapLegend.Line> legend(boolean dark);
}
