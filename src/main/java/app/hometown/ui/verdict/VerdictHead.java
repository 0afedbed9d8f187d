// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.evaluation.Measure;
import app.hometown.statistics.PairedDifference;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.report.DocumentFile;
import app.hometown.workbench.verdict.BaselineCheck;
import app.hometown.workbench.verdict.Bias;
import app.hometown.workbench.verdict.Conclusion;
import app.hometown.workbench.verdict.Duel;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What it comes to: the sentence, the numbers behind it, and what one has to know before one believes them.
final class VerdictHead extends VBox {
    private static final double ROOMY = 1280;
    private static final double NUMBERS = 820;

    private final EvaluationModel model;
    private final Label about = new Label();
    private final Label sentence = new Label();
    private final Label mark = new Label();
    private final Label plain = new Label();
    private final Label baselines = new Label();
    private final Label stale = new Label(Texts.text("evaluate.stale"));
    private final Label since = new Label();
    private final HBox sinceLine;
    private final HBox rivals = new HBox(4);
    private final ToggleGroup rivalGroup = new ToggleGroup();
    private final ShareBar shares = new ShareBar();
    private final VBox warnings = new VBox(4);
    private final VBox numbers = new VBox(14);
    private final VBox caveats = new VBox(12);
    private final VBox body = new VBox();
    private final DuelTiles tiles = new DuelTiles();
    private List<String> rivalsShown = List.of();
    private List<Bias.Warning> warningsShown = List.of();

    VerdictHead(EvaluationModel model, Requests requests) {
        super(14);
        this.model = model;
        about.getStyleClass().add("quiet");
        about.setId("evaluate-about");
        about.setWrapText(true);
        about.setMinWidth(0);
        sentence.getStyleClass().add("title");
        sentence.setId("evaluate-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        mark.getStyleClass().add("verdict-badge");
        mark.setMinWidth(USE_PREF_SIZE);
        mark.setId("evaluate-badge");
        plain.setId("evaluate-plain");
        baselines.setId("evaluate-baselines");
        since.setId("evaluate-since");
        for (Label words : List.of(plain, baselines, stale, since)) {
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
        }
        stale.getStyleClass().add("note");
        stale.setId("evaluate-stale");
        stale.visibleProperty().bind(model.stale());
        stale.managedProperty().bind(model.stale());
        HBox.setHgrow(since, Priority.ALWAYS);
        since.setMaxWidth(Double.MAX_VALUE);
        sinceLine = new HBox(8, since, Icons.button(Feather.X, Texts.text("evaluate.since.close"), model::forgetSince));
        sinceLine.getStyleClass().add("verdict-box");
        sinceLine.setAlignment(Pos.TOP_LEFT);
        sinceLine.managedProperty().bind(sinceLine.visibleProperty());
        rivals.managedProperty().bind(rivals.visibleProperty());
        HBox title = new HBox(12, mark, sentence);
        title.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        VBox words = new VBox(6, title, plain);
        shares.setMaxWidth(720);
        numbers.getChildren().addAll(words, tiles, shares);
        numbers.setMinWidth(0);
        caveats.getChildren().addAll(baselines, warnings);
        caveats.setMinWidth(0);
        HBox.setHgrow(caveats, Priority.ALWAYS);
        getChildren().addAll(top(requests), stale, rivals, body, sinceLine);
        widthProperty().addListener(property -> arrange());
        arrange();
        model.shown().addListener(property -> showAll());
        model.rival().addListener(property -> showAll());
        model.since().addListener(property -> showSince());
        model.k().addListener(property -> show());
        showAll();
        showSince();
    }

    /// What one has to know stands beside the numbers where there is room, else below.
    private void arrange() {
        boolean roomy = getWidth() >= ROOMY;
        if (roomy == (numbers.getParent() instanceof HBox) && numbers.getParent() != null) {
            return;
        }
        body.getChildren().clear();
        numbers.setPrefWidth(roomy ? NUMBERS : USE_COMPUTED_SIZE);
        Pane both = roomy ? new HBox(48, numbers, caveats) : new VBox(14, numbers, caveats);
        body.getChildren().add(both);
    }

    private Node top(Requests requests) {
        Button save = button("evaluate.save", "evaluate-save", Feather.SAVE, requests::save);
        Button open = button("evaluate.open", "evaluate-open", Feather.FOLDER, requests::open);
        Button compare = button("evaluate.since", "evaluate-compare", Feather.GIT_COMMIT, requests::compareWith);
        MenuButton users = new MenuButton(Texts.text("evaluate.users"), Icons.of(Feather.DOWNLOAD, 15));
        users.setId("evaluate-users");
        for (String ending : List.of("csv", "parquet")) {
            MenuItem item = new MenuItem(Texts.text("evaluate.users." + ending));
            item.setId("evaluate-users-" + ending);
            item.setOnAction(event -> requests.exportUsers(ending));
            users.getItems().add(item);
        }
        MenuButton report = new MenuButton(Texts.text("evaluate.report"), Icons.of(Feather.FILE_TEXT, 15));
        report.setId("evaluate-report");
        for (DocumentFile.Format format : DocumentFile.Format.values()) {
            MenuItem item = new MenuItem(Texts.text("questions.report." + format.ending()));
            item.setId("evaluate-report-" + format.ending());
            item.setOnAction(event -> requests.report(format));
            report.getItems().add(item);
        }
        HBox buttons = new HBox(8, save, open, compare, users, report);
        for (Node button : buttons.getChildren()) {
            ((Region) button).setMinWidth(USE_PREF_SIZE);
        }
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(24, about, buttons);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Button button(String key, String id, Feather glyph, Runnable action) {
        Button button = new Button(Texts.text(key), Icons.of(glyph, 15));
        button.setId(id);
        button.setTooltip(new Tooltip(Texts.text(key + ".tip")));
        button.setOnAction(event -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void showAll() {
        Evaluated shown = model.shown().get();
        if (shown != null) {
            showRivals(shown);
            List<Bias.Warning> told = shown.findings().bias().warnings();
            if (!told.equals(warningsShown)) {
                warningsShown = told;
                warnings.getChildren().setAll(warnings(told));
            }
            show();
        }
    }

    /// What changes with the length of the list.
    private void show() {
        Evaluated shown = model.shown().get();
        if (shown == null) {
            return;
        }
        Findings findings = shown.findings();
        int k = model.k().get();
        about.setText(about(shown, k));
        Optional<Duel> duel = shown.verdict(model.rival().get(), k);
        duel.ifPresentOrElse(this::show, () -> {
            sentence.setText(Texts.text("evaluate.notAt", Formats.count(k)));
            plain.setText("");
        });
        mark.setVisible(duel.isPresent());
        tiles.setVisible(duel.isPresent());
        shares.setVisible(duel.isPresent());
        showBaselines(findings, k);
    }

    private static String about(Evaluated shown, int k) {
        Findings findings = shown.findings();
        Provenance on = findings.provenance();
        String samples = Texts.text(
                on.keptBack() ? "evaluate.about.kept" : "evaluate.about.file",
                Formats.count(k),
                Formats.count(findings.users()),
                Formats.count(findings.sampledUsers()),
                Formats.count(on.testSamples()),
                on.testFile());
        return shown.file().isEmpty()
                ? samples
                : Texts.text(
                        shown.session() == null ? "evaluate.about.other" : "evaluate.about.opened",
                        samples,
                        shown.file(),
                        Formats.moment(on.created()));
    }

    private void showRivals(Evaluated shown) {
        List<String> names = shown.rivals();
        List<String> words = names.stream()
                .map(name -> Texts.text("findings.against", VerdictWords.ranker(name), first(shown)))
                .toList();
        rivals.setVisible(names.size() > 1);
        if (!words.equals(rivalsShown)) {
            rivalsShown = words;
            rivalGroup.getToggles().clear();
            rivals.getChildren()
                    .setAll(IntStream.range(0, names.size())
                            .mapToObj(i -> rival(names.get(i), words.get(i)))
                            .toList());
        }
        int chosen = names.indexOf(model.rival().get());
        rivalGroup.selectToggle(chosen < 0 ? null : rivalGroup.getToggles().get(chosen));
    }

    private Node rival(String name, String words) {
        ToggleButton button = new ToggleButton(words);
        button.getStyleClass().add("drawer-tab");
        button.setToggleGroup(rivalGroup);
        button.setOnAction(event -> {
            button.setSelected(true);
            model.rival().set(name);
        });
        return button;
    }

    private static String first(Evaluated shown) {
        return VerdictWords.ranker(shown.findings().rankers().getFirst().name());
    }

    private void show(Duel duel) {
        PairedDifference result = duel.result();
        sentence.setText(VerdictWords.sentence(duel));
        plain.setText(plain(duel));
        String key =
                switch (duel.conclusion()) {
                    case BETTER, MORE -> "better";
                    case WORSE, LESS -> "worse";
                    case NO_EVIDENCE, TOO_FEW, SAME_LISTS -> "undecided";
                };
        mark.getStyleClass().setAll("label", "verdict-badge", key);
        mark.setText(Texts.text("evaluate.badge." + duel.conclusion().name().toLowerCase(Locale.ROOT)));
        shares.show(result);
        tiles.show(duel);
    }

    /// The verdict once more for those who read on: from where to where, whether that can be chance, and how many see a
    /// difference at all.
    private static String plain(Duel duel) {
        PairedDifference result = duel.result();
        String same = Formats.percent((double) duel.sameLists() / result.users());
        return switch (duel.conclusion()) {
            case SAME_LISTS -> Texts.text("evaluate.plain.same_lists");
            case TOO_FEW ->
                Texts.text(
                        result.better() + result.worse() == 0 ? "evaluate.plain.nobody" : "evaluate.plain.too_few",
                        Formats.count((long) result.better() + result.worse()),
                        Formats.count(result.users()),
                        same);
            case BETTER, WORSE, MORE, LESS, NO_EVIDENCE ->
                Texts.text(
                        duel.conclusion() == Conclusion.NO_EVIDENCE
                                ? "evaluate.plain.no_evidence"
                                : "evaluate.plain.decided",
                        VerdictWords.at(duel.measure(), duel.k()),
                        VerdictWords.number(duel.measure(), result.first(), result.difference()),
                        VerdictWords.number(duel.measure(), result.second(), result.difference()),
                        same);
        };
    }

    private void showBaselines(Findings findings, int k) {
        List<String> lines = new ArrayList<>();
        for (String ranker :
                List.of(model.rival().get(), findings.rankers().getFirst().name())) {
            List<BaselineCheck> checks = findings.baselines().stream()
                    .filter(check -> check.ranker().equals(ranker) && check.measure() == findings.measure())
                    .toList();
            if (!checks.isEmpty()) {
                lines.add(VerdictWords.baselines(ranker, checks));
            }
        }
        String words = String.join("\n", lines);
        baselines.setText(k == findings.k() ? words : words + " " + at(findings));
        baselines.setVisible(!lines.isEmpty());
        baselines.setManaged(!lines.isEmpty());
    }

    /// What is at another length than the slider says so.
    static String at(Findings findings) {
        return Texts.text("findings.k.at", Formats.count(findings.k()));
    }

    private static List<Node> warnings(List<Bias.Warning> told) {
        List<Node> lines = new ArrayList<>();
        for (Bias.Warning warning : told) {
            boolean grave = warning.kind() != Bias.Kind.LOGGED_CLICKS && warning.kind() != Bias.Kind.KNOWS_USERS;
            Label text = new Label(VerdictWords.warning(warning));
            text.setWrapText(true);
            text.getStyleClass().add("small");
            text.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox line = new HBox(8, Icons.of(grave ? Feather.ALERT_TRIANGLE : Feather.INFO, 14), text);
            line.getStyleClass().addAll("finding", grave ? "warns" : "tells");
            lines.add(line);
        }
        return lines;
    }

    private void showSince() {
        EvaluationModel.@Nullable Since now = model.since().get();
        sinceLine.setVisible(now != null);
        if (now == null) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of(Texts.text(
                "evaluate.since.title",
                now.file(),
                Formats.moment(now.before().provenance().created()))));
        Measure measure = now.before().measure();
        for (Findings.Change change : now.changes()) {
            PairedDifference result = change.result();
            lines.add(Texts.text(
                    "evaluate.since.line",
                    VerdictWords.ranker(change.ranker()),
                    VerdictWords.at(measure, now.before().k()),
                    VerdictWords.number(measure, result.first(), result.difference()),
                    VerdictWords.number(measure, result.second(), result.difference()),
                    VerdictWords.signed(measure, result.difference()),
                    VerdictWords.range(measure, result.difference()),
                    VerdictWords.p(result.p()),
                    Texts.counted("count.users", change.users())));
        }
        since.setText(String.join("\n", lines));
    }
}
