// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.data.Digest;
import app.hometown.data.LoadReport;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.ui.report.Document;
import app.hometown.ui.report.DocumentFile;
import app.hometown.workbench.questions.AskedData;
import app.hometown.workbench.questions.Question;
import app.hometown.workbench.questions.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The report of the repository's data: complete, by itself, readable.
@SuppressWarnings("NullAway.Init") // JUnit sets it up
class DataReportTest {
    private static final String COMMAND = "hometown report --data data --models models --out 'a b.html'";

    @TempDir
    private static Path folder;

    private static Document document;
    private static String html;

    @BeforeAll
    static void write() throws IOException {
        document = DataReport.of(AskedData.open(AskedData.OWN), Instant.EPOCH, COMMAND, Progress.NONE);
        Path file = folder.resolve("report.html");
        DocumentFile.write(document, file);
        html = Files.readString(file);
    }

    private static List<Document.Picture> pictures() {
        List<Document.Picture> pictures = new ArrayList<>();
        for (Document.Section section : document.sections()) {
            for (Document.Part part : section.parts()) {
                if (part instanceof Document.Picture picture) {
                    pictures.add(picture);
                }
            }
        }
        return pictures;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void everyFigureIsThereAsVectorsWithWordsAndNumbers() {
        assertThat(pictures()).hasSize(Question.values().length + 2);
        assertThat(count(html, "<svg class=\"light\"")).isEqualTo(pictures().size());
        assertThat(count(html, "<svg class=\"dark\"")).isEqualTo(pictures().size());
        assertThat(count(html, "</svg>")).isEqualTo(2 * pictures().size());
        assertThat(count(html, "<details>")).isEqualTo(pictures().size());
        for (Document.Picture picture : pictures()) {
            assertThat(html).contains("<h3>" + picture.figure().title() + "</h3>");
            assertThat(html).contains(picture.figure().finding().replace("&", "&amp;"));
        }
        assertThat(html).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void thePageAsksNobodyForAnything() {
        assertThat(html.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("http:", "https:", "//cdn", "<script", "<link", "<img", "@import", "src=");
        Matcher urls = Pattern.compile("url\\(([^)]{0,12})").matcher(html);
        while (urls.find()) {
            assertThat(urls.group(1)).satisfiesAnyOf(url -> assertThat(url).startsWith("#"), url -> assertThat(url)
                    .startsWith("data:font/"));
        }
        assertThat(html).contains("default-src 'none'");
    }

    @Test
    void namesOfTheSvgAreThereOnce() {
        Matcher ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(html);
        List<String> found = new ArrayList<>();
        while (ids.find()) {
            found.add(ids.group(1));
        }
        assertThat(found).doesNotHaveDuplicates().hasSizeGreaterThan(pictures().size());
        Matcher uses = Pattern.compile("(?:url\\(|href=\")#([^\")]+)").matcher(html);
        while (uses.find()) {
            assertThat(found).contains(uses.group(1));
        }
    }

    @Test
    void itSaysWhereItIsFromAndHowItIsMadeAgain() {
        Subject all = AskedData.all(AskedData.OWN);
        assertThat(html)
                .contains(Digest.of(all.catalog()))
                .contains(Digest.of(all.samples().orElseThrow()))
                .contains("1,000 users, 500 streams, 25,000 samples".replace(",", grouping()))
                .contains("hometown_train.parquet")
                .contains("hometown_model.json")
                .contains("--out 'a b.html'");
    }

    /// Numbers are in the locale of whoever reads.
    private static String grouping() {
        return app.hometown.ui.fx.Formats.count(1000).length() == 5
                ? app.hometown.ui.fx.Formats.count(1000).substring(1, 2)
                : "";
    }

    @Test
    void thePdfHasTextThatCanBeSearchedAndSplitsNoFigure() throws IOException {
        Path file = folder.resolve("report.pdf");
        DocumentFile.write(document, file);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isBetween(5, 20);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(document.title());
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                pages.add(text.getText(pdf).replaceAll("\\s+", " "));
            }
            for (Document.Picture picture : pictures()) {
                String title = picture.figure().title();
                String label = picture.figure().x().label();
                assertThat(pages.stream().filter(page -> page.contains(title) && page.contains(label)))
                        .as(title)
                        .isNotEmpty();
            }
            for (Document.Section section : document.sections()) {
                assertThat(pages).anySatisfy(page -> assertThat(page).contains(section.title()));
            }
        }
    }

    @Test
    void lettersThatTheTypefaceHasNotDoNotStopAPdf() throws IOException {
        Document foreign = new Document(
                "東京 – القاهرة",
                List.of(Document.Fact.of("北京", "上海")),
                List.of(new Document.Section(
                        "S",
                        List.of(
                                new Document.Table("T", List.of("ä", "ж"), List.of(List.of("ไทย", "2"))),
                                new Document.Missing("M", "because")))));
        Path file = folder.resolve("foreign.pdf");
        DocumentFile.write(foreign, file);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("because").contains("ж");
        }
        Path page = folder.resolve("foreign.html");
        DocumentFile.write(foreign, page);
        assertThat(Files.readString(page)).contains("<h1>東京 – القاهرة</h1>").contains("<td>ไทย</td>");
    }

    @Test
    void aLongTableGoesOverPagesWithItsHeader() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 150; row++) {
            rows.add(List.of("row " + row, "value"));
        }
        Path file = folder.resolve("table.pdf");
        DocumentFile.write(
                new Document(
                        "T",
                        List.of(),
                        List.of(new Document.Section(
                                "S", List.of(new Document.Table("Rows", List.of("Name", "Header"), rows))))),
                file);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            assertThat(count(text, "Header")).isEqualTo(pdf.getNumberOfPages());
            assertThat(text).contains("row 0 ").contains("row 149 ");
        }
    }

    @Test
    void whatIsFilteredIsSaidToBe() {
        Subject all = AskedData.all(AskedData.OWN);
        BitSet few = new BitSet();
        few.set(0, 10);
        Document filtered = DataReport.of(
                new Subject(all.session(), few, all.streams(), Optional.empty(), new BitSet()),
                new LoadReport(List.of()),
                Instant.EPOCH,
                COMMAND,
                Progress.NONE);
        assertThat(filtered.facts().toString()).contains("10 of 1").contains("which takes all rows");
        assertThat(filtered.sections().toString()).contains("Missing[");
    }

    @Test
    void aCancelStopsIt() {
        Progress cancelled = new Progress() {
            @Override
            public void phase(String name, long total) {
                done(0);
            }

            @Override
            public void done(long count) {
                throw new CancellationException("stop");
            }
        };
        assertThatThrownBy(() -> DataReport.of(AskedData.open(AskedData.OWN), Instant.EPOCH, COMMAND, cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void anotherEndingIsRefused() {
        assertThatThrownBy(() -> DocumentFile.write(document, folder.resolve("report.docx")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("report.docx")
                .hasMessageContaining(".pdf");
    }

    @Test
    void commandsAreAsAShellTakesThem() {
        assertThat(DataReport.command(Path.of("my data"), Path.of("models"), Path.of("it's.pdf")))
                .isEqualTo("hometown report --data 'my data' --models models --out 'it'\\''s.pdf'");
    }
}
