// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import app.hometown.data.LoadReport;
import app.hometown.domain.Catalog;
import app.hometown.ranking.LiveIndex;
import java.nio.file.Path;

/// The data that is open.
///
/// @param folder where it came from
/// @param catalog users and streams
/// @param index finds the best streams of the catalog
/// @param report what the load found
/// @param trueClicks how likely clicks truly were, where the folder's samples know it
public record OpenData(Path folder, Catalog catalog, LiveIndex index, LoadReport report, TrueClicks trueClicks) {
    /// With the samples of the folder.
    public OpenData(Path folder, Catalog catalog, LiveIndex index, LoadReport report) {
        this(folder, catalog, index, report, new TrueClicks(folder));
    }

    /// The same data under another index, which has its own snapshot of the streams.
    OpenData with(LiveIndex other) {
        return new OpenData(folder, other.catalog(), other, report, trueClicks);
    }
}
