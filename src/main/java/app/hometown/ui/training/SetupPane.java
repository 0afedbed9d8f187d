// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.learning.Algorithm;
import app.hometown.learning.DataSplit;
import app.hometown.learning.TrainingOptions;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.Form;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.NumberBox;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.training.TrainingRequest;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What to train, how, and what was found in the data beforehand; with the button that does it.
final class SetupPane extends BorderPane {
    private static final List<Integer> FOLDS = List.of(0, 3, 5, 10);

    private final TrainingModel model;
    private final FileChoices files;
    private final ComboBox<Algorithm> algorithm = new ComboBox<>();
    private final Label about = new Label();
    private final GridPane numbers = Form.grid();
    private final List<Runnable> numberShows = new ArrayList<>();
    private final ComboBox<DataSplit> split = new ComboBox<>();
    private final Label splitAbout = new Label();
    private final Button testFile = new Button();
    private final NumberBox seed;
    private final NumberBox limit;
    private final ComboBox<Integer> folds = new ComboBox<>();
    private final CheckBox explain = new CheckBox(Texts.text("setup.explain"));
    private final Label problem = new Label();
    private final Button train = new Button(Texts.text("train.button"), Icons.of(Feather.CPU, 16));
    private @Nullable Algorithm numbersOf;
    private boolean showing;

    SetupPane(TrainingModel model, FileChoices files) {
        this.model = model;
        this.files = files;
        getStyleClass().add("setup-pane");
        seed = new NumberBox(
                Texts.text("train.seed"),
                text -> change(options -> options.withSeed(Long.parseLong(text.strip()))),
                problem::setText);
        seed.setId("train-seed");
        limit = new NumberBox(
                Texts.text("setup.limit"),
                text -> change(options -> options.withRowLimit(Integer.parseInt(ungrouped(text)))),
                problem::setText);
        choice(algorithm, List.of(Algorithm.values()), each -> Texts.text("algorithm." + each.id()), "train-algorithm");
        algorithm.setCellFactory(view -> new AlgorithmCell());
        algorithm.valueProperty().addListener((property, before, now) -> change(options -> options.with(now)));
        choice(split, List.of(DataSplit.values()), each -> Texts.text("split." + each.id()), "train-split");
        split.valueProperty().addListener((property, before, now) -> change(options -> options.with(now)));
        choice(
                folds,
                FOLDS,
                each -> each == 0 ? Texts.text("setup.folds.none") : Texts.text("setup.folds.some", each),
                "train-folds");
        folds.valueProperty().addListener((property, before, now) -> ask(request -> request.withFolds(now)));
        explain.setTooltip(new Tooltip(Texts.text("setup.explain.tip")));
        explain.selectedProperty().addListener((property, before, now) -> ask(request -> request.explained(now)));
        for (Label text : List.of(about, splitAbout)) {
            text.setWrapText(true);
            text.getStyleClass().addAll("quiet", "small");
        }
        testFile.setOnAction(event -> chooseTestFile());
        testFile.managedProperty().bind(testFile.visibleProperty());
        testFile.setMaxWidth(Double.MAX_VALUE);
        problem.getStyleClass().addAll("problem", "small");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        train.setId("train");
        train.getStyleClass().add("accent");
        train.setMaxWidth(Double.MAX_VALUE);
        train.setOnAction(event -> model.train());
        GridPane data = Form.grid();
        data.addRow(0, Form.named("train.seed", seed), seed);
        data.addRow(1, Form.named("setup.limit", limit), limit);
        VBox form = new VBox(
                10,
                Form.heading("setup.what"),
                algorithm,
                about,
                numbers,
                Form.heading("setup.data"),
                split,
                splitAbout,
                testFile,
                data,
                Form.heading("setup.tell"),
                folds,
                explain,
                new ChecksPane(model));
        setCenter(Form.scroll(form));
        VBox foot = new VBox(6, problem, train);
        foot.getStyleClass().add("setup-foot");
        setBottom(foot);
        model.request().addListener((property, before, now) -> show(now));
        model.checked().addListener(property -> enable());
        model.run().addListener(property -> enable());
        model.session().addListener(property -> enable());
        show(model.request().get());
    }

    private static <T> void choice(ComboBox<T> box, List<T> values, Function<T, String> words, String id) {
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(values);
        box.setCellFactory(view -> new WordsCell<>(words));
        box.setButtonCell(new WordsCell<>(words));
    }

    private static String ungrouped(String text) {
        char group = DecimalFormatSymbols.getInstance(Locale.getDefault(Locale.Category.FORMAT))
                .getGroupingSeparator();
        return text.replace(Character.toString(group), "").replaceAll("\\s", "");
    }

    private void change(UnaryOperator<TrainingOptions> change) {
        if (!showing) {
            TrainingRequest now = model.request().get();
            model.request().set(now.with(change.apply(now.options())));
        }
    }

    private void ask(UnaryOperator<TrainingRequest> change) {
        if (!showing) {
            model.request().set(change.apply(model.request().get()));
        }
    }

    private void show(TrainingRequest request) {
        showing = true;
        TrainingOptions options = request.options();
        algorithm.setValue(options.algorithm());
        about.setText(Texts.text("algorithm." + options.algorithm().id() + ".about"));
        if (numbersOf != options.algorithm()) {
            numbersOf = options.algorithm();
            showNumbers(options.algorithm());
        }
        numberShows.forEach(Runnable::run);
        split.setValue(options.split());
        splitAbout.setText(Texts.text("split." + options.split().id() + ".about"));
        testFile.setVisible(options.split() == DataSplit.TEST_FILE);
        testFile.setText(request.testFile()
                .map(Path::getFileName)
                .map(String::valueOf)
                .orElseGet(() -> Texts.text("setup.testFile")));
        seed.show(Long.toString(options.seed()));
        limit.show(Formats.count(options.rowLimit()));
        folds.setValue(request.folds());
        explain.setSelected(request.explained());
        showing = false;
        enable();
    }

    private void showNumbers(Algorithm of) {
        numbers.getChildren().clear();
        numberShows.clear();
        int line = 0;
        for (Numeral numeral : Numeral.of(of)) {
            NumberBox box = new NumberBox(
                    numeral.label(), text -> change(options -> numeral.set(options, text)), problem::setText);
            box.setId("train-" + numeral.key().toLowerCase(Locale.ROOT));
            Label name = new Label(numeral.label());
            name.getStyleClass().add("quiet");
            name.setLabelFor(box);
            name.setTooltip(new Tooltip(numeral.tip()));
            box.setTooltip(new Tooltip(numeral.tip()));
            numbers.addRow(line++, name, box);
            numberShows.add(() -> box.show(numeral.text(model.request().get().options())));
        }
    }

    private void enable() {
        train.setDisable(!model.canTrain());
        train.setText(Texts.text(model.run().get() == null ? "train.button" : "train.running"));
    }

    private void chooseTestFile() {
        files.open(Texts.text("setup.testFile.title"), "parquet")
                .ifPresent(path -> ask(request -> request.withTestFile(Optional.of(path))));
    }

    /// A value in words.
    private static final class WordsCell<T> extends ListCell<T> {
        private final Function<T, String> words;

        WordsCell(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : words.apply(item));
        }
    }

    /// An algorithm with a sentence on it.
    private static final class AlgorithmCell extends ListCell<Algorithm> {
        private final Label name = new Label();
        private final Label about = new Label();
        private final VBox both = new VBox(2, name, about);

        AlgorithmCell() {
            about.getStyleClass().addAll("quiet", "small");
            about.setWrapText(true);
            about.setPrefWidth(320);
            about.setMinHeight(USE_PREF_SIZE);
            both.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Algorithm item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(Texts.text("algorithm." + item.id()));
            about.setText(Texts.text("algorithm." + item.id() + ".about"));
            setGraphic(both);
        }
    }
}
