// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.util.BitSet;
import java.util.List;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Which users or streams the map shows and how: a filter, a colour class and a size class a row.
///
/// An immutable value for any thread. The bit set and the arrays are handed over, not copied: whoever makes marks never
/// changes them afterwards.
///
/// @param shown the rows on the map; null for all users, or for all live streams
/// @param classes an index into the palette, 0..255 as an unsigned byte, a row; null for the one colour of users or of
///   streams
/// @param palette the colours of the classes; may be empty when there are no classes
/// @param sizes a size class a row, 0 (small) to 3 (large); null for one size, that of class 1
@SuppressWarnings("ArrayRecordComponent") // a million rows; equality is never asked for
public record Marks(@Nullable BitSet shown, byte @Nullable [] classes, List<Color> palette, byte @Nullable [] sizes) {
    /// Everything, in one colour and one size.
    public static final Marks ALL = new Marks(null, null, List.of(), null);

    /// Nothing.
    public static final Marks NONE = new Marks(new BitSet(), null, List.of(), null);

    public Marks {
        palette = List.copyOf(palette);
        if (classes != null && palette.isEmpty()) {
            throw new IllegalArgumentException("classes without a palette");
        }
    }

    /// The same with other rows on the map.
    public Marks withShown(@Nullable BitSet rows) {
        return new Marks(rows, classes, palette, sizes);
    }
}
