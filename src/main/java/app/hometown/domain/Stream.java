// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.util.List;
import java.util.OptionalInt;

/// A live broadcast: one row of the catalog as a value.
///
/// @param id unique among the streams
/// @param latitude degrees north, -90..90
/// @param longitude degrees east, -180..180
/// @param city city of the broadcast
/// @param language language code
/// @param categoryId category id
/// @param qualityScore 0..10
/// @param avgViewerCount viewers on average, at least 0
/// @param creatorFollowers followers of the creator, at least 0
/// @param partnered whether the creator is a partner
/// @param matureContent whether it is marked mature
/// @param live whether it is on the air; only live streams are ranked
/// @param currentViewers viewers now, where known; shown, never scored
/// @param title title, or empty where there is none
/// @param tags tags, or empty
/// @param creatorId creator's id, or empty where there is none
public record Stream(
        String id,
        double latitude,
        double longitude,
        String city,
        String language,
        String categoryId,
        double qualityScore,
        int avgViewerCount,
        int creatorFollowers,
        boolean partnered,
        boolean matureContent,
        boolean live,
        OptionalInt currentViewers,
        String title,
        List<String> tags,
        String creatorId) {
    public Stream {
        tags = List.copyOf(tags);
    }
}
