// SPDX-License-Identifier: GPL-3.0-or-later
/// Training, click models and model files.
///
/// Start with [app.hometown.learning.Training], the one door of all that trains: samples are divided and made ready as
/// a
/// [app.hometown.learning.TrainingSet], a [app.hometown.learning.Fitter] learns, and a
/// [app.hometown.learning.ModelFile] keeps what was learned. What is told of a model is in
/// [app.hometown.learning.results], what is looked at before in [app.hometown.learning.checks].
@NullMarked
package app.hometown.learning;

import org.jspecify.annotations.NullMarked;
