// SPDX-License-Identifier: GPL-3.0-or-later
/// Documents of figures and tables, as one file that needs nothing else: HTML or PDF, figures as vectors.
///
/// A [app.hometown.ui.report.Document] says what is in it; [app.hometown.ui.report.DocumentFile] writes it. Neither
/// knows what it is about, and neither needs JavaFX.
@NullMarked
package app.hometown.ui.report;

import org.jspecify.annotations.NullMarked;
