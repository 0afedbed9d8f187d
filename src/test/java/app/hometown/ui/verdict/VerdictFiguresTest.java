// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.InputException;
import app.hometown.evaluation.Measure;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.FigureCsv;
import app.hometown.ui.plot.Mark;
import app.hometown.ui.plot.Tone;
import app.hometown.ui.report.Document;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerNames;
import app.hometown.workbench.verdict.Conclusion;
import app.hometown.workbench.verdict.Duel;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Grouping;
import app.hometown.workbench.verdict.Slice;
import app.hometown.workbench.verdict.VerdictDesk;
import app.hometown.workbench.verdict.VerdictRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictFiguresTest {
    @TempDir
    private static Path folder;

    /// Three rankers, everything asked for.
    private static Findings rich;

    /// Two rankers, nothing asked for.
    private static Findings plain;

    @BeforeAll
    static void evaluate() {
        Folders folders =
                new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings.json"));
        Workbench workbench =
                new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        workbench
                .generate(new GeneratorOptions(400, 300, 9000, 7), folder.resolve("data"))
                .await();
        workbench.train(TrainingOptions.DEFAULT, folders.model()).await();
        VerdictDesk desk = new VerdictDesk(workbench);
        VerdictRequest request = new VerdictRequest(
                new Lineup(RankerNames.parseAll("basic,ml,nearest")),
                5,
                8,
                Measure.NDCG,
                Optional.empty(),
                true,
                EnumSet.complementOf(EnumSet.of(Grouping.SELECTION)),
                2,
                42);
        rich = desk.findings(desk.run(request).await())
                .await()
                .with(desk.stability(request, 2).await());
        VerdictRequest bare = new VerdictRequest(
                Lineup.DEFAULT, 5, 0, Measure.NDCG, Optional.empty(), false, EnumSet.noneOf(Grouping.class), 0, 42);
        plain = desk.findings(desk.run(bare).await()).await();
    }

    private static List<Figure> all(Findings findings) {
        List<Figure> figures = new ArrayList<>();
        for (VerdictFigures.Topic topic : VerdictFigures.Topic.values()) {
            figures.addAll(VerdictFigures.of(findings, topic));
        }
        return figures;
    }

    @Test
    void everyFigureSaysWhatItShows() {
        assertThat(all(rich)).hasSizeGreaterThan(20).allSatisfy(figure -> {
            assertThat(figure.title()).isNotBlank();
            assertThat(figure.finding()).isNotBlank().endsWith(".").doesNotContain("NaN", "{", "null");
            assertThat(figure.footnote()).doesNotContain("NaN", "{", "null");
            assertThat(figure.marks()).isNotEmpty();
        });
        assertThat(all(rich)).extracting(Figure::key).doesNotHaveDuplicates();
        assertThat(all(plain)).extracting(Figure::key).doesNotContain("verdict-over-k", "verdict-interleaving");
    }

    @Test
    void theForestStandsOnTheSlices() {
        for (Grouping by : EnumSet.complementOf(EnumSet.of(Grouping.SELECTION))) {
            Figure figure = VerdictFigures.groups(rich, by, "ml").orElseThrow();
            List<Slice> rows = VerdictFigures.rows(rich, by, "ml");
            assertThat(figure.y().names()).hasSameSizeAs(rows);
            boolean[] drawn = new boolean[rows.size()];
            for (Mark mark : figure.marks()) {
                if (mark instanceof Mark.Intervals intervals) {
                    for (int i = 0; i < intervals.at().size(); i++) {
                        int place = (int) intervals.at().get(i);
                        Slice slice = rows.get(place);
                        drawn[place] = true;
                        assertThat(figure.y().names().get(place)).contains(VerdictWords.group(slice));
                        assertThat(intervals.estimate().get(i))
                                .isEqualTo(slice.result().difference().estimate());
                        assertThat(intervals.low().get(i))
                                .isEqualTo(slice.result().difference().low());
                        assertThat(mark.tone() == Tone.QUIET).isEqualTo(slice.conclusion() == Conclusion.TOO_FEW);
                        assertThat(figure.y().names().get(place).endsWith("↑"))
                                .isEqualTo(slice.conclusion() == Conclusion.BETTER);
                    }
                }
            }
            assertThat(drawn).doesNotContain(false);
        }
        assertThat(VerdictFigures.rows(rich, Grouping.CITY, "ml"))
                .isSortedAccordingTo((one, other) ->
                        Integer.compare(other.result().users(), one.result().users()));
        assertThat(VerdictFigures.rows(rich, Grouping.LOCAL_PREFERENCE, "ml"))
                .extracting(Slice::name)
                .startsWith("0.0..0.2");
    }

    @Test
    void everyUserWhoDiffersIsCounted() {
        Duel duel = rich.verdict().getFirst();
        Figure figure = VerdictFigures.users(rich).getFirst();
        double[] sums = figure.marks().stream()
                .filter(Mark.Histogram.class::isInstance)
                .map(Mark.Histogram.class::cast)
                .mapToDouble(histogram -> IntStream.range(0, histogram.counts().size())
                        .mapToDouble(histogram.counts()::get)
                        .sum())
                .toArray();
        assertThat(sums).containsExactly(duel.result().worse(), duel.result().better());
    }

    @Test
    void changesAreInPartsOfTheFirst() {
        Figure figure = VerdictFigures.measures(rich).getFirst();
        Duel ndcg = rich.verdict().getFirst();
        int place = figure.y()
                .names()
                .indexOf(figure.y().names().stream()
                        .filter(name -> name.startsWith("nDCG at 5"))
                        .findFirst()
                        .orElseThrow());
        assertThat(figure.marks())
                .filteredOn(Mark.Intervals.class::isInstance)
                .map(Mark.Intervals.class::cast)
                .anySatisfy(intervals -> {
                    int at = IntStream.range(0, intervals.at().size())
                            .filter(i -> intervals.at().get(i) == place)
                            .findFirst()
                            .orElse(-1);
                    assertThat(at).isNotNegative();
                    assertThat(intervals.estimate().get(at))
                            .isCloseTo(
                                    ndcg.result().difference().estimate()
                                            / ndcg.result().first(),
                                    within(1e-15));
                });
    }

    @Test
    void linesGoThroughEveryLength() {
        assertThat(VerdictFigures.overK(rich).orElseThrow().marks())
                .filteredOn(Mark.Line.class::isInstance)
                .map(Mark.Line.class::cast)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.x().size()).isEqualTo(8));
        assertThat(FigureCsv.of(VerdictFigures.expectedClicks(rich).orElseThrow()))
                .contains("Oracle")
                .doesNotContain("Infinity");
    }

    @Test
    void theDocumentHasEverything() throws IOException {
        Path file = folder.resolve("verdict.html");
        VerdictReport.write(rich, file);
        String html = Files.readString(file);
        String text = html.replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        assertThat(text)
                .contains(VerdictWords.sentence(rich.verdict().getFirst()))
                .contains(VerdictWords.numbers(rich.verdict().getFirst()))
                .contains(rich.provenance().command())
                .contains("--seeds 2")
                .contains(rich.provenance().dataDigest(), rich.provenance().testDigest())
                .contains("clicked nothing")
                .contains("Logged clicks favour")
                .doesNotContain("NaN");
        all(rich).forEach(figure -> assertThat(text).contains("<h3>" + figure.title() + "</h3>", figure.finding()));
        Matcher ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(html);
        assertThat(ids.results().map(found -> found.group(1))).doesNotHaveDuplicates();
        assertThat(html.toLowerCase(java.util.Locale.ROOT)).doesNotContain("http://", "https://", "<script");
    }

    @Test
    void thePdfHasTheSameWords() throws IOException {
        Path file = folder.resolve("verdict.pdf");
        VerdictReport.write(rich, file);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains(VerdictWords.sentence(rich.verdict().getFirst()), "Before you believe it");
            assertThat(text.replaceAll("\\s", "")).contains(rich.provenance().dataDigest());
            VerdictReport.of(rich).sections().stream()
                    .flatMap(section -> section.parts().stream())
                    .filter(Document.Table.class::isInstance)
                    .map(Document.Table.class::cast)
                    .forEach(table -> assertThat(text)
                            .contains(table.title(), table.header().getFirst()));
        }
    }

    @Test
    void whatWasNotAskedForIsSaid() {
        List<String> missing = VerdictReport.of(plain).sections().stream()
                .flatMap(section -> section.parts().stream())
                .filter(Document.Missing.class::isInstance)
                .map(part -> ((Document.Missing) part).why())
                .toList();
        assertThat(String.join(" ", missing)).contains("--slices", "--k", "--seeds", "--interleave");
        assertThat(Arrays.asList(VerdictFigures.Topic.values()))
                .hasSameSizeAs(VerdictReport.of(plain).sections());
        assertThatThrownBy(() -> VerdictReport.write(plain, folder.resolve("verdict.txt")))
                .isInstanceOf(InputException.class);
    }
}
