// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How often samples were clicked by the place at which they were shown, where a sample file tells it in a column
/// `position` (1 is the top; samples without one do not count).
public final class ClickPositions {
    /// The column that tells the place.
    public static final String POSITION = "position";

    /// Places further down are not counted.
    private static final int LAST = 100;

    private ClickPositions() {}

    /// A place.
    ///
    /// @param position 1 is the top
    /// @param shown samples shown there
    /// @param clicked how many of them were clicked
    public record Place(int position, int shown, int clicked) {}

    /// Counts; empty when the file has no such column.
    ///
    /// @return places that samples were shown at, from the top
    /// @throws app.hometown.domain.InputException when the file cannot be read
    public static List<Place> read(Path file, Progress progress) {
        try (ParquetSource source = ParquetSource.open(file)) {
            source.require(new IdColumn("user_id"));
            NumberColumn clicked = source.require(new NumberColumn("clicked", true, NumberColumn.Values.FLAGS));
            Optional<NumberColumn> position = source.findShown(new NumberColumn(
                    POSITION, false, new NumberColumn.Values("a number", 1, Integer.MAX_VALUE, true, false)));
            if (position.isEmpty()) {
                return List.of();
            }
            int[] shown = new int[LAST + 1];
            int[] clicks = new int[LAST + 1];
            progress.phase("reading positions", source.totalRows());
            for (int rows = source.next(progress); rows > 0; rows = source.next(progress)) {
                for (int row = 0; row < rows; row++) {
                    double place = position.get().value(row);
                    if (source.good(row) && place <= LAST) {
                        shown[(int) place]++;
                        clicks[(int) place] += clicked.flag(row) ? 1 : 0;
                    }
                }
            }
            List<Place> places = new ArrayList<>();
            for (int place = 1; place <= LAST; place++) {
                if (shown[place] > 0) {
                    places.add(new Place(place, shown[place], clicks[place]));
                }
            }
            return places;
        }
    }
}
