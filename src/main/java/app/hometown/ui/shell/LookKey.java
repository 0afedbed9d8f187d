// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.data.DataFolder;
import app.hometown.files.ProgramVersion;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;

/// All that a first look depends on: where two keys are equal, two first looks are.
///
/// @param frame the program, its language, the settings and the radius
/// @param data the files of users and streams
record LookKey(String frame, String data) {
    /// Files up to this size, bytes, are told apart by their content, larger ones by when they were written.
    private static final long SMALL = 1 << 20;

    /// The key of a start now. Reads the settings and small data files, not what is in large ones: well under a
    /// millisecond of work.
    ///
    /// @param folders where a start reads
    /// @param scoring how it would rank
    /// @throws UncheckedIOException when a file that is there cannot be read
    static LookKey of(Folders folders, Scoring scoring) {
        String radius = scoring.radiusKm().isPresent()
                ? Double.toString(scoring.radiusKm().getAsDouble())
                : "world";
        String frame = String.join(
                " ", ProgramVersion.get(), Locale.getDefault().toLanguageTag(), radius, stamp(folders.settings()));
        String data = String.join(
                " ",
                stamp(folders.data().resolve(DataFolder.USERS)),
                stamp(folders.data().resolve(DataFolder.STREAMS)));
        return new LookKey(frame, data);
    }

    private static String stamp(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return "none";
            }
            long size = Files.size(file);
            if (size > SMALL) {
                return size + "@" + Files.getLastModifiedTime(file).toMillis();
            }
            CRC32 sum = new CRC32();
            sum.update(Files.readAllBytes(file));
            return size + ":" + sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
