// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.domain.Catalog;
import app.hometown.domain.User;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who is looked at: id, city, language, likes, local preference and watch time.
final class UserHeader extends HBox {
    private final Label id = new Label();
    private final Label place = new Label();
    private final Label likes = new Label();
    private final Label preference = new Label();
    private final Label hours = new Label();
    private final ProgressBar preferenceBar = new ProgressBar(0);
    private final VBox facts;

    /// @param name id of the label with the user's id
    UserHeader(String name) {
        super(12);
        getStyleClass().add("user-header");
        setAlignment(Pos.CENTER_LEFT);
        id.setId(name);
        id.getStyleClass().add("heading");
        place.getStyleClass().add("quiet");
        likes.getStyleClass().add("quiet");
        preference.getStyleClass().add("quiet");
        hours.getStyleClass().add("quiet");
        HBox title = new HBox(8, id, place);
        title.setAlignment(Pos.BASELINE_LEFT);
        id.setMinWidth(USE_PREF_SIZE);
        VBox who = new VBox(2, title, likes);
        who.setMinWidth(0);
        who.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(who, Priority.ALWAYS);
        preferenceBar.getStyleClass().add("thin-bar");
        preferenceBar.setPrefWidth(56);
        HBox bar = new HBox(8, preferenceBar, preference);
        bar.setAlignment(Pos.CENTER_RIGHT);
        facts = new VBox(2, bar, hours);
        facts.setAlignment(Pos.CENTER_RIGHT);
        facts.setMinWidth(USE_PREF_SIZE);
        facts.managedProperty().bind(facts.visibleProperty());
        getChildren().addAll(who, facts);
    }

    /// Shows how they watch too, or only who they are where there is no room for all.
    void showFacts(boolean shown) {
        facts.setVisible(shown);
    }

    void show(User user, Catalog catalog) {
        id.setText(user.id());
        place.setText(user.city() + " · " + user.language());
        String names = String.join(
                ", ",
                user.preferredCategories().stream().map(catalog::categoryName).toList());
        likes.setText(names.isEmpty() ? Texts.text("user.likes.nothing") : Texts.text("user.likes", names));
        preference.setText(Texts.text("user.preference", Formats.decimals(user.localPreferenceStrength(), 2)));
        preferenceBar.setProgress(user.localPreferenceStrength());
        preferenceBar.setAccessibleText(preference.getText());
        hours.setText(Texts.text("user.hours", Formats.hours(user.totalWatchHours())));
    }
}
