// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.evaluation.Measure;
import app.hometown.ranking.ScoringFile;
import app.hometown.ui.compare.RankerWords;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is to be evaluated, in a line or two, with the button that does it.
final class SetupStrip extends HBox {
    private static final double ROOMY = 1200;

    /// The width of the button and what is around it.
    private static final double BESIDE = 210;

    private final EvaluationModel model;
    private final Requests requests;
    private final MenuButton rankers = new MenuButton();
    private final ComboBox<RankerDefinition> reference = new ComboBox<>();
    private final ComboBox<Measure> measure = new ComboBox<>();
    private final MenuButton test = new MenuButton();
    private final ComboBox<Integer> seeds = new ComboBox<>();
    private final CheckBox interleave = new CheckBox(Texts.text("evaluate.interleave"));
    private final Button evaluate = new Button("", Icons.of(Feather.CHECK_SQUARE, 16));
    private List<Path> kept = List.of();
    private boolean showing;

    SetupStrip(EvaluationModel model, Requests requests) {
        super(16);
        this.model = model;
        this.requests = requests;
        getStyleClass().add("evaluate-setup");
        setId("evaluate-setup");
        setAlignment(Pos.BOTTOM_LEFT);
        rankers.setId("evaluate-rankers");
        rankers.setOnShowing(event -> requests.models(found -> {
            kept = found;
            fillRankers();
        }));
        choice(reference, "evaluate-reference", "evaluate.reference", RankerWords::name);
        reference.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                change(setup -> setup.against(now));
            }
        });
        choice(measure, "evaluate-measure", "evaluate.measure", VerdictWords::measure);
        measure.getItems()
                .setAll(Stream.of(Measure.values())
                        .filter(each -> each.sense() == Measure.Sense.MORE_IS_BETTER)
                        .toList());
        measure.valueProperty().addListener((property, before, now) -> change(setup -> setup.with(now)));
        test.setId("evaluate-test");
        MenuItem own = new MenuItem(Texts.text("evaluate.test.own"));
        own.setOnAction(event -> change(setup -> setup.on(Optional.empty())));
        MenuItem file = new MenuItem(Texts.text("evaluate.test.file"));
        file.setOnAction(event -> requests.chooseTest());
        test.getItems().setAll(own, file);
        choice(
                seeds,
                "evaluate-seeds",
                "evaluate.seeds",
                count -> count == 0 ? Texts.text("evaluate.seeds.none") : Formats.count(count));
        seeds.getItems().setAll(EvaluationSetup.SEEDS);
        seeds.valueProperty().addListener((property, before, now) -> change(setup -> setup.withSeeds(now)));
        seeds.setTooltip(new Tooltip(Texts.text("evaluate.seeds.tip")));
        interleave.setId("evaluate-interleave");
        interleave.setTooltip(new Tooltip(Texts.text("evaluate.interleave.tip")));
        interleave.selectedProperty().addListener((property, before, now) -> change(setup -> setup.interleaved(now)));
        evaluate.setId("evaluate");
        evaluate.getStyleClass().add("accent");
        evaluate.setMinWidth(USE_PREF_SIZE);
        evaluate.setOnAction(event -> model.evaluate());
        HBox online = new HBox(interleave);
        online.setAlignment(Pos.CENTER_LEFT);
        online.setMinHeight(30);
        FlowPane fields = new FlowPane(
                16,
                6,
                field("evaluate.rankers", rankers),
                field("evaluate.reference", reference),
                field("evaluate.measure", measure),
                field("evaluate.length.label", new LengthSlider(model)),
                field("evaluate.test", test),
                field("evaluate.seeds", seeds),
                field("evaluate.online", online));
        fields.setMinWidth(0);
        HBox.setHgrow(fields, Priority.ALWAYS);
        // A flow that does not know its width takes room for lines that it does not have.
        fields.setPrefWrapLength(ROOMY);
        widthProperty()
                .addListener(
                        (property, before, now) -> fields.setPrefWrapLength(Math.max(320, now.doubleValue() - BESIDE)));
        getChildren().addAll(fields, evaluate);
        model.setup().addListener((property, before, now) -> show(now));
        model.job().addListener(property -> enable());
        model.session().addListener(property -> enable());
        model.shown().addListener(property -> enable());
        show(model.setup().get());
    }

    private static Node field(String key, Node control) {
        Label name = new Label(Texts.text(key));
        name.getStyleClass().addAll("quiet", "small");
        name.setLabelFor(control);
        return new VBox(2, name, control);
    }

    private static <T> void choice(ComboBox<T> box, String id, String name, Function<T, String> words) {
        box.setId(id);
        box.setAccessibleText(Texts.text(name));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the choice is not editable");
            }
        });
    }

    private void change(UnaryOperator<EvaluationSetup> change) {
        if (!showing) {
            model.setup().set(change.apply(model.setup().get()));
        }
    }

    private void show(EvaluationSetup setup) {
        showing = true;
        List<RankerDefinition> lineup = setup.lineup().definitions();
        rankers.setText(lineup.stream().map(RankerWords::name).collect(Collectors.joining(", ")));
        rankers.setAccessibleText(Texts.text("evaluate.rankers") + ": " + rankers.getText());
        fillRankers();
        reference.getItems().setAll(lineup);
        reference.setValue(setup.reference());
        measure.setValue(setup.measure());
        test.setText(setup.testFile()
                .map(Path::getFileName)
                .map(String::valueOf)
                .orElseGet(() -> Texts.text("evaluate.test.own")));
        seeds.setValue(setup.seeds());
        interleave.setSelected(setup.interleaved());
        showing = false;
        enable();
    }

    private void fillRankers() {
        List<MenuItem> items = new ArrayList<>();
        List<RankerDefinition> lineup = model.setup().get().lineup().definitions();
        Stream.concat(
                        Stream.of(RankerDefinition.Kind.values()).map(RankerDefinition.BuiltIn::new),
                        lineup.stream().filter(RankerDefinition.Custom.class::isInstance))
                .map(this::check)
                .forEach(items::add);
        items.add(new SeparatorMenuItem());
        boolean room = lineup.size() < Lineup.MOST;
        for (Path file : kept) {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
            items.add(item(Texts.text("evaluate.rankers.kept", name), room, () -> requests.add(file.toString())));
        }
        for (String preset : ScoringFile.presets()) {
            items.add(item(Texts.text("ranker.preset", preset), room, () -> requests.add(preset)));
        }
        items.add(item(Texts.text("ranker.scoring"), room, () -> requests.addFile("ranker.scoring.title")));
        items.add(item(Texts.text("ranker.model"), room, () -> requests.addFile("ranker.model.title")));
        rankers.getItems().setAll(items);
    }

    private MenuItem check(RankerDefinition ranker) {
        List<RankerDefinition> lineup = model.setup().get().lineup().definitions();
        boolean has = lineup.contains(ranker);
        CheckMenuItem item = new CheckMenuItem(RankerWords.name(ranker));
        item.setId("evaluate-ranker-" + ranker.name());
        item.setMnemonicParsing(false);
        item.setSelected(has);
        item.setDisable(has ? lineup.size() == Lineup.FEWEST : lineup.size() == Lineup.MOST);
        item.setOnAction(event -> change(setup -> setup.toggled(ranker)));
        return item;
    }

    private static MenuItem item(String text, boolean possible, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setDisable(!possible);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void enable() {
        boolean running = model.job().get() != null;
        evaluate.setDisable(running || model.session().get().data().isEmpty());
        evaluate.setText(Texts.text(model.shown().get() == null ? "evaluate.button" : "evaluate.again"));
    }
}
