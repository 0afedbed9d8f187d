// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.models;

import java.nio.file.Path;

/// A model that was deleted and can be had again.
///
/// @param file where it was
/// @param kept where it is kept meanwhile
/// @param wasActive whether it was the active one
public record RemovedModel(Path file, Path kept, boolean wasActive) {}
