// SPDX-License-Identifier: GPL-3.0-or-later
/// The ready-made questions about data and their answers: numbers, no words for people and nothing of how they look.
///
/// A [app.hometown.workbench.questions.Question] is asked of a [app.hometown.workbench.questions.Subject], the rows
/// that
/// are left of what is open, and gives an [app.hometown.workbench.questions.Answer]. What samples say is what their
/// file
/// has in its columns, whatever users and streams would give.
///
/// Start with [app.hometown.workbench.questions.Question].
@NullMarked
package app.hometown.workbench.questions;

import org.jspecify.annotations.NullMarked;
