// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import app.hometown.data.mapping.PairFeatures;
import app.hometown.domain.Catalog;
import app.hometown.geo.Geodesic;
import app.hometown.ranking.Features;
import app.hometown.ranking.Viewer;
import org.jspecify.annotations.Nullable;

/// Features of a catalog's users and streams by their ids, as serving computes them. For one thread at a time.
final class PairsOfCatalog implements PairFeatures {
    private final Catalog catalog;
    private int lastRow = -1;
    private @Nullable Viewer last;

    PairsOfCatalog(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String of(String user, String stream, double[] features) {
        int userRow = catalog.users().ids().indexOf(user);
        if (userRow < 0) {
            return "user_id";
        }
        int streamRow = catalog.streams().ids().indexOf(stream);
        if (streamRow < 0) {
            return "stream_id";
        }
        // Files of samples often have a user's samples one after the other.
        Viewer viewer = last;
        if (viewer == null || userRow != lastRow) {
            viewer = Viewer.of(userRow, catalog);
            last = viewer;
            lastRow = userRow;
        }
        double distanceKm = Geodesic.distanceKm(
                viewer.latitude(),
                viewer.longitude(),
                catalog.streams().latitude(streamRow),
                catalog.streams().longitude(streamRow));
        Features.compute(viewer, catalog.streams(), streamRow, distanceKm, features);
        return "";
    }
}
