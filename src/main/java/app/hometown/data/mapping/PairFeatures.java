// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import java.util.Arrays;

/// Works out the features of a user and a stream, for samples of a file that does not have them. What they are is known
/// elsewhere.
@FunctionalInterface
public interface PairFeatures {
    /// For a look at samples before the users and streams are read: every pair is known, and all its features are 0.
    PairFeatures UNKNOWN_YET = (user, stream, features) -> {
        Arrays.fill(features, 0);
        return "";
    };

    /// Writes all features of a pair in [app.hometown.domain.Feature]'s order.
    ///
    /// @param features filled when the answer is ""
    /// @return "", or which of the two nobody knows: `user_id` or `stream_id`
    String of(String user, String stream, double[] features);
}
