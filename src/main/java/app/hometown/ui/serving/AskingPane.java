// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.serving;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// How to ask the endpoint about the picked user: one line for a shell a ranker.
public final class AskingPane extends VBox {
    private final ServingModel model;
    private final Supplier<Optional<About>> picked;
    private final Label heading = new Label();
    private final Line basic = new Line("basic");
    private final Line ml = new Line("ml");
    private final GridPane lines = new GridPane(10, 4);

    /// Whom and what one asks about.
    ///
    /// @param userId the picked user
    /// @param k how many streams the lists show
    /// @param radiusKm the radius of the lists
    public record About(String userId, int k, OptionalDouble radiusKm) {}

    /// @param model the endpoint
    /// @param picked what is asked about; empty while nobody is picked
    /// @param copy copies the line for *ml*, or *basic*
    public AskingPane(ServingModel model, Supplier<Optional<About>> picked, Consumer<Boolean> copy) {
        super(6);
        this.model = model;
        this.picked = picked;
        setId("asking");
        heading.getStyleClass().add("strong");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        words.setMinWidth(0);
        lines.getColumnConstraints().addAll(names, words);
        lines.setMinWidth(0);
        int row = 0;
        for (Line line : new Line[] {basic, ml}) {
            line.copy.setOnAction(event -> copy.accept(line == ml));
            lines.addRow(row++, line.name, line.text, line.copy);
        }
        getChildren().addAll(heading, lines);
        model.standing().addListener(property -> refresh());
        model.options().addListener(property -> refresh());
        model.session().addListener(property -> refresh());
        refresh();
    }

    /// Shows what holds now: another user, k or radius.
    public void refresh() {
        Optional<About> about = picked.get();
        heading.setText(about.map(each -> Texts.text("serve.ask", each.userId()))
                .orElseGet(() -> Texts.text("serve.ask.nobody")));
        lines.setVisible(about.isPresent());
        lines.setManaged(about.isPresent());
        command(false).ifPresent(command -> basic.text.setText(command.shown()));
        command(true).ifPresent(command -> ml.text.setText(command.shown()));
    }

    /// The line for the picked user.
    ///
    /// @param asksMl whether *ml* is asked for
    /// @return empty while nobody is picked
    public Optional<CurlCommand> command(boolean asksMl) {
        return picked.get().map(about -> {
            boolean own =
                    about.radiusKm().equals(model.session().get().scoring().radiusKm());
            return new CurlCommand(
                    model.address(),
                    model.options().get().apiKey(),
                    asksMl,
                    about.userId(),
                    about.k(),
                    own ? Optional.empty() : Optional.of(about.radiusKm()));
        });
    }

    /// A command with its name and the button that copies it.
    private static final class Line {
        private final Label name;
        private final Label text = new Label();
        private final Button copy;

        Line(String ranker) {
            name = new Label(Texts.text("ranker." + ranker));
            name.getStyleClass().addAll("ranker-name", ranker, "serve-ranker");
            text.setId("curl-" + ranker);
            text.getStyleClass().addAll("serve-command");
            text.setMinWidth(0);
            text.setMaxWidth(Double.MAX_VALUE);
            copy = Icons.button(Feather.COPY, Texts.text("action.serve.curl." + ranker), () -> {});
            copy.setId("copy-curl-" + ranker);
            copy.setAlignment(Pos.CENTER);
        }
    }
}
