// SPDX-License-Identifier: GPL-3.0-or-later
/// The ready-made questions as people see them: figures with a sentence on what each shows, and the page of them.
///
/// [app.hometown.ui.questions.QuestionFigures] makes figures and sentences of answers, without JavaFX;
/// [app.hometown.ui.questions.QuestionsModel] has the questions on view answered in the background for whatever rows
/// are
/// left; [app.hometown.ui.questions.QuestionsPane] is the page; [app.hometown.ui.questions.DataReport] makes a document
/// of all of them.
@NullMarked
package app.hometown.ui.questions;

import org.jspecify.annotations.NullMarked;
