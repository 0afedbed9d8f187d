// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.evaluation.LeftOut;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.report.Document;
import app.hometown.ui.report.DocumentFile;
import app.hometown.workbench.verdict.Contestant;
import app.hometown.workbench.verdict.Duel;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Provenance;
import app.hometown.workbench.verdict.RankerFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// An evaluation as one document that needs nothing else: the verdict in words, what may mislead, all figures and
/// tables, and how to do it again. No JavaFX.
public final class VerdictReport {
    /// Letters of a sentence that still stand above a figure of half the width.
    private static final int NARROW = 170;

    private final Findings findings;
    private final VerdictTables tables;

    private VerdictReport(Findings findings) {
        this.findings = findings;
        tables = new VerdictTables(findings);
    }

    /// Writes it, whole or not at all: a second at most. To be called in a job.
    ///
    /// @param file ends in .html or .pdf
    /// @throws app.hometown.domain.InputException when it does not, or the disk refuses
    public static void write(Findings findings, Path file) {
        DocumentFile.format(file);
        DocumentFile.write(of(findings), file);
    }

    /// The document. What was not asked for is said to be missing, and how to ask for it.
    public static Document of(Findings findings) {
        VerdictReport report = new VerdictReport(findings);
        List<String> compared = findings.rankers().stream()
                .filter(ranker -> ranker.role() == Contestant.Role.COMPARED)
                .map(RankerFigures::name)
                .toList();
        return new Document(
                Texts.text(
                        "findings.report.title",
                        VerdictWords.rankers(compared.subList(1, compared.size())),
                        VerdictWords.ranker(compared.getFirst())),
                findings.verdict().stream().map(VerdictWords::sentence).toList(),
                report.facts(),
                List.of(
                        report.section(
                                VerdictFigures.Topic.VERDICT,
                                Stream.of(report.tables.differences(), List.of(report.tables.means()))
                                        .flatMap(List::stream)
                                        .toList()),
                        report.section(VerdictFigures.Topic.BIAS, List.of(report.caveats())),
                        report.section(VerdictFigures.Topic.GROUPS, report.tables.groups()),
                        report.section(VerdictFigures.Topic.STABILITY, report.tables.seeds()),
                        report.section(VerdictFigures.Topic.ONLINE, List.of()),
                        report.section(VerdictFigures.Topic.REACH, List.of(report.tables.reach()))));
    }

    /// First what is about the whole section, then its figures, then their numbers.
    private Document.Section section(VerdictFigures.Topic topic, List<? extends Document.Part> others) {
        String key = topic.name().toLowerCase(Locale.ROOT);
        List<Document.Part> parts = new ArrayList<>();
        boolean wordsFirst = topic == VerdictFigures.Topic.VERDICT || topic == VerdictFigures.Topic.BIAS;
        if (wordsFirst) {
            parts.addAll(others);
        }
        for (Figure figure : VerdictFigures.of(findings, topic)) {
            parts.add(new Document.Picture(figure, figure.finding().length() > NARROW));
        }
        if (!wordsFirst) {
            parts.addAll(others);
        }
        missing(topic)
                .forEach(what -> parts.add(new Document.Missing(
                        Texts.text("findings.missing." + what), Texts.text("findings.missing." + what + ".how"))));
        return new Document.Section(Texts.text("findings.topic." + key), parts);
    }

    /// What was not asked for.
    private List<String> missing(VerdictFigures.Topic topic) {
        List<String> missing = new ArrayList<>();
        switch (topic) {
            case GROUPS -> {
                if (findings.slices().isEmpty()) {
                    missing.add("groups");
                }
            }
            case STABILITY -> {
                if (findings.overK().isEmpty()) {
                    missing.add("overK");
                }
                if (findings.seeds() == null) {
                    missing.add("seeds");
                }
            }
            case ONLINE -> {
                if (findings.interleavings().isEmpty()) {
                    missing.add("interleaving");
                }
            }
            case BIAS -> {
                if (findings.bias().positions().isEmpty()) {
                    missing.add("positions");
                }
            }
            case VERDICT, REACH -> {}
        }
        return missing;
    }

    private Document.Note caveats() {
        return new Document.Note(
                Texts.text("findings.caveats"),
                findings.bias().warnings().stream().map(VerdictWords::warning).toList());
    }

    private List<Document.Fact> facts() {
        Provenance on = findings.provenance();
        List<Document.Fact> facts = new ArrayList<>();
        List<String> verdict = new ArrayList<>();
        for (Duel duel : findings.verdict()) {
            Stream.of(VerdictWords.numbers(duel), VerdictWords.users(duel), VerdictWords.effect(duel))
                    .filter(line -> !line.isEmpty())
                    .forEach(verdict::add);
        }
        facts.add(new Document.Fact(Texts.text("findings.verdict"), verdict));
        facts.add(new Document.Fact(Texts.text("findings.evaluated"), evaluated()));
        facts.add(new Document.Fact(Texts.text("findings.rankers"), rankers(on)));
        facts.add(new Document.Fact(
                Texts.text("report.data"),
                List.of(
                        Texts.text("findings.report.rows", Formats.count(on.users()), Formats.count(on.streams())),
                        on.dataDigest())));
        facts.add(new Document.Fact(
                Texts.text("findings.samples"),
                List.of(
                        Texts.text(
                                on.keptBack() ? "findings.samples.keptBack" : "findings.samples.file",
                                Formats.count(on.testSamples()),
                                on.testFile()),
                        on.testDigest())));
        facts.add(Document.Fact.of(Texts.text("findings.scoring"), on.scoring().toString()));
        facts.add(Document.Fact.of(Texts.text("findings.seed"), Long.toString(on.seed())));
        facts.add(Document.Fact.of(Texts.text("report.made"), Formats.moment(on.created())));
        facts.add(Document.Fact.of(
                Texts.text("report.version"), Texts.text("report.version.value", on.programVersion())));
        facts.add(Document.Fact.of(Texts.text("report.command"), on.command()));
        return facts;
    }

    private List<String> evaluated() {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.text(
                "findings.evaluated.users",
                Formats.count(findings.users()),
                Formats.count(findings.sampledUsers()),
                Formats.count(findings.k())));
        for (LeftOut reason : LeftOut.values()) {
            int count = findings.leftOut().getOrDefault(reason, 0);
            if (count > 0) {
                lines.add(Texts.text("findings.evaluated.leftOut", Formats.count(count), VerdictWords.leftOut(reason)));
            }
        }
        return lines;
    }

    private static List<String> rankers(Provenance on) {
        return on.rankers().stream()
                .map(one -> one.modelDigest() == null
                        ? Texts.text("findings.rankers.plain", VerdictWords.ranker(one.name()), one.words())
                        : Texts.text(
                                "findings.rankers.model",
                                VerdictWords.ranker(one.name()),
                                one.words(),
                                one.modelDigest()))
                .toList();
    }
}
