// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.serving;

import app.hometown.domain.Catalog;
import app.hometown.ranking.Scoring;
import app.hometown.ranking.ScoringFile;
import app.hometown.ui.fx.Form;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is served: the data, the model and the scoring that the window shows too.
final class ServedPane extends VBox {
    ServedPane(ServingModel model) {
        super(8);
        setId("served");
        model.session().addListener((property, before, now) -> show(now));
        show(model.session().get());
    }

    private void show(Session session) {
        getChildren()
                .setAll(
                        Form.heading("serve.served"),
                        data(session.data()),
                        model(session.model()),
                        scoring(session.scoring()));
        Label note = new Label(Texts.text("serve.served.note"));
        note.setWrapText(true);
        note.getStyleClass().addAll("quiet", "small");
        getChildren().add(note);
    }

    private static Node data(Optional<OpenData> data) {
        if (data.isEmpty()) {
            return line(Feather.ALERT_TRIANGLE, Texts.text("serve.noData"), Texts.text("serve.noData.what"), true);
        }
        Catalog catalog = data.get().catalog();
        return line(
                Feather.DATABASE,
                String.valueOf(data.get().folder().getFileName()),
                Texts.text(
                        "serve.data",
                        Formats.count(catalog.users().size()),
                        Formats.count(catalog.streams().liveCount()),
                        Formats.count(catalog.streams().size())),
                false);
    }

    private static Node model(ModelState model) {
        return switch (model) {
            case ModelState.Active active ->
                line(
                        Feather.CPU,
                        String.valueOf(active.file().getFileName()),
                        Texts.text(
                                "serve.model",
                                Formats.moment(active.description().created())),
                        false);
            case ModelState.Missing missing ->
                line(Feather.ALERT_TRIANGLE, Texts.text("serve.noModel"), missing.why(), true);
        };
    }

    private static Node scoring(Scoring scoring) {
        String name = ScoringFile.presets().stream()
                .filter(preset -> ScoringFile.resolve(preset).equals(scoring))
                .findFirst()
                .map(preset -> Texts.text("serve.scoring.preset", preset))
                .orElseGet(() -> Texts.text("serve.scoring.own"));
        return line(Feather.SLIDERS, name, Texts.text("serve.scoring", Formats.radius(scoring.radiusKm())), false);
    }

    private static Node line(Feather glyph, String what, String more, boolean lacks) {
        Label name = new Label(what);
        name.setWrapText(true);
        Label about = new Label(more);
        about.setWrapText(true);
        about.getStyleClass().addAll("quiet", "small");
        VBox words = new VBox(1, name, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, Icons.of(glyph, 16), words);
        line.getStyleClass().addAll("finding", lacks ? "warns" : "known");
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
