// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Samples;

/// The samples of a training or test file.
///
/// @param samples the good rows in file order
/// @param report what was found
public record SampleFile(Samples samples, FileReport report) {}
