// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Names of contents, so that nothing is sent twice.
final class ETags {
    private static final int BYTES = 12;

    private ETags() {}

    /// The name of a content, with its quotes: another content has another one.
    static String of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Whether one of those that a client has is the content, however it was compressed.
    ///
    /// @param had the values of its If-None-Match
    static boolean matches(List<String> had, String tag) {
        for (String value : had) {
            for (String one : value.split(",", -1)) {
                String weak = one.strip();
                String bare = weak.startsWith("W/") ? weak.substring(2) : weak;
                if (bare.equals("*") || bare.replace("--gzip\"", "\"").equals(tag)) {
                    return true;
                }
            }
        }
        return false;
    }
}
