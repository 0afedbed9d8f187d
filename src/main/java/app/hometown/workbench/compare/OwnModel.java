// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.domain.InputException;
import app.hometown.learning.ModelFile;
import app.hometown.ranking.ClickModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A click model that was read from a file, once, so that an index knows it again.
///
/// @param file where it came from
/// @param description how it was made
/// @param model what predicts
public record OwnModel(Path file, ModelFile description, ClickModel model) {
    /// Reads a model file.
    ///
    /// @throws InputException when it is missing or refused
    public static OwnModel read(Path file) {
        ModelFile description = ModelFile.read(file);
        return new OwnModel(file, description, description.model());
    }

    /// SHA-256 of what a model file says, 64 hexadecimal digits.
    public static String digest(ModelFile description) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(description.toJson().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
