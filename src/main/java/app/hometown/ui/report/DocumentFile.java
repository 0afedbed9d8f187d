// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.report;

import app.hometown.domain.InputException;
import app.hometown.files.AtomicFile;
import app.hometown.ui.fx.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// Writes documents to files, in the format that the file's ending names.
public final class DocumentFile {
    /// The endings that are known.
    public enum Format {
        HTML,
        PDF;

        /// The ending of a file, without the dot.
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private DocumentFile() {}

    /// The format that a file's ending names.
    ///
    /// @throws InputException when it names none
    public static Format format(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (Format format : Format.values()) {
            if (name.endsWith("." + format.ending())) {
                return format;
            }
        }
        throw new InputException(
                file.toString(), Texts.text("report.wrongEnding"), Texts.text("report.wrongEnding.remedy"));
    }

    /// Writes a document: some tenths of a second for thirty figures. Whole or not at all.
    ///
    /// @param file ends in .html or .pdf
    /// @throws InputException when it does not, or the disk refuses
    public static void write(Document document, Path file) {
        switch (format(file)) {
            case HTML -> {
                byte[] page = HtmlDocument.of(document).getBytes(StandardCharsets.UTF_8);
                AtomicFile.write(file, out -> out.write(page));
            }
            case PDF -> AtomicFile.write(file, out -> PdfDocument.write(document, out));
        }
    }
}
