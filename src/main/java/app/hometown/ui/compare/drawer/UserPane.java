// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.domain.Catalog;
import app.hometown.domain.User;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.compare.UserVariation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What if the picked user spoke another language, liked other categories or cared more for what is local.
final class UserPane extends HBox {
    private final CompareModel model;
    private final UserTrial trial;
    private final ComboBox<String> language = new ComboBox<>();
    private final Label languageNote = quiet("");
    private final Label placeNote = quiet("");
    private final Label categoriesNote = quiet("");
    private final DialRow preference;
    private final FlowPane categories = new FlowPane(6, 6);
    private final Button reset;
    private @Nullable Catalog known;
    private boolean filling;

    UserPane(CompareModel model, UserTrial trial) {
        super(40);
        this.model = model;
        this.trial = trial;
        getStyleClass().add("user-pane");
        language.setId("try-language");
        language.setAccessibleText(Texts.text("try.language"));
        language.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                trial.language(now);
            }
        });
        HBox speaks = new HBox(8, new Label(Texts.text("try.language")), language, languageNote);
        speaks.setAlignment(Pos.CENTER_LEFT);
        preference = new DialRow(new PreferenceDial(trial));
        Label place = new Label(Texts.text("try.place"));
        HBox where = new HBox(8, place, placeNote);
        where.setAlignment(Pos.BASELINE_LEFT);
        reset = new Button(Texts.text("action.user.reset"), Icons.of(Feather.ROTATE_CCW, 14));
        reset.setId("reset-user");
        reset.setOnAction(event -> trial.reset());
        VBox numbers = new VBox(12, speaks, preference, where, reset);
        numbers.setMinWidth(280);
        numbers.setPrefWidth(380);
        numbers.setMaxWidth(380);
        HBox likes = new HBox(8, new Label(Texts.text("try.categories")), categoriesNote);
        likes.setAlignment(Pos.BASELINE_LEFT);
        VBox tastes = new VBox(8, likes, categories);
        tastes.setMinWidth(0);
        HBox.setHgrow(tastes, Priority.ALWAYS);
        getChildren().setAll(numbers, tastes);
        model.variation().addListener(property -> show());
        model.userRow().addListener(property -> show());
        model.lists().addListener(property -> learn());
        learn();
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("quiet", "small");
        return label;
    }

    /// The words of the data: languages and categories to choose from.
    private void learn() {
        Lists lists = model.lists().get();
        if (lists == null || (known != null && lists.catalog().hasRowsOf(known))) {
            return;
        }
        Catalog catalog = lists.catalog();
        known = catalog;
        filling = true;
        List<String> languages = new ArrayList<>(catalog.languages().names());
        languages.sort(Comparator.naturalOrder());
        language.getItems().setAll(languages);
        filling = false;
        List<String> ids = new ArrayList<>(catalog.categories().names());
        ids.sort(Comparator.comparing(catalog::categoryName));
        categories.getChildren().clear();
        for (String id : ids) {
            ToggleButton chip = new ToggleButton(catalog.categoryName(id));
            chip.getStyleClass().add("chip");
            chip.setMnemonicParsing(false);
            chip.setUserData(id);
            chip.setOnAction(event -> trial.categories(ticked()));
            categories.getChildren().add(chip);
        }
        show();
    }

    private List<String> ticked() {
        return IntStream.range(0, categories.getChildren().size())
                .mapToObj(i -> (ToggleButton) categories.getChildren().get(i))
                .filter(ToggleButton::isSelected)
                .map(chip -> (String) chip.getUserData())
                .toList();
    }

    private void show() {
        User home = trial.home().orElse(null);
        setDisable(home == null);
        if (home == null) {
            return;
        }
        UserVariation variation = trial.variation();
        User tried = variation.of(home);
        filling = true;
        language.setValue(tried.language());
        filling = false;
        languageNote.setText(variation.language().isPresent() ? Texts.text("try.own", home.language()) : "");
        for (var node : categories.getChildren()) {
            ToggleButton chip = (ToggleButton) node;
            chip.setSelected(tried.preferredCategories().contains((String) chip.getUserData()));
        }
        categoriesNote.setText(
                variation.preferredCategories().isPresent() && known != null
                        ? Texts.text("try.own", names(home, known))
                        : Texts.text("try.categories.what"));
        placeNote.setText(variation
                .place()
                .map(at -> Texts.text("try.place.moved", Formats.coordinates(at.latitude(), at.longitude())))
                .orElse(Texts.text("try.place.home")));
        preference.show();
        reset.setDisable(variation.isNone());
    }

    private static String names(User user, Catalog catalog) {
        return user.preferredCategories().isEmpty()
                ? Texts.text("try.categories.none")
                : String.join(
                        ", ",
                        user.preferredCategories().stream()
                                .map(catalog::categoryName)
                                .toList());
    }
}
