// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The Compare view: the whole lineup side by side, whose lists differ most, and blind judging.
public final class CompareView extends BorderPane {
    private final CompareModel model;
    private final UserHeader header = new UserHeader("compare-user");
    private final Label note = new Label();
    private final LineupPane lineup;
    private final VBox lists;
    private final VBox nobody;
    private final JudgingPane judging;
    private final DisagreementPane differ;
    private final ToggleButton showDiffer = new ToggleButton(Texts.text("differ.title"), Icons.of(Feather.USERS, 16));
    private final StackPane stage = new StackPane();
    private boolean outdated = true;

    /// What the view asks the window to do.
    public interface Requests {
        /// Trains a model.
        void train();

        /// Copies the lists as a table.
        void copy();

        /// Saves the view of the lists as a picture.
        void savePicture();

        /// Copies the command line that gives the same lists.
        void copyCommand();

        /// Starts blind judging.
        void judge();
    }

    /// @param model whom we look at, and the lists
    /// @param rankers the lineup
    /// @param differ whose lists differ
    /// @param judging blind judging
    /// @param rankerMenu the button that chooses rankers
    /// @param streamMenu makes the menu of a line
    /// @param requests what the window does
    public CompareView(
            CompareModel model,
            LineupModel rankers,
            DisagreementPane differ,
            JudgingModel judging,
            MenuButton rankerMenu,
            Supplier<ContextMenu> streamMenu,
            Requests requests) {
        this.model = model;
        this.differ = differ;
        getStyleClass().add("compare-view");
        note.getStyleClass().add("note");
        note.setMinWidth(USE_PREF_SIZE);
        lineup = new LineupPane(model, rankers, requests::train, streamMenu);
        VBox.setVgrow(lineup, Priority.ALWAYS);
        Label means = new Label(Texts.text("lineup.means"));
        means.getStyleClass().addAll("quiet", "small");
        means.setMinWidth(0);
        means.setTooltip(new Tooltip(Texts.text("lineup.means")));
        HBox foot = new HBox(means);
        foot.getStyleClass().add("lineup-foot");
        lists = new VBox(top(rankerMenu, requests), lineup, foot);
        nobody = emptyState();
        this.judging = new JudgingPane(judging);
        stage.setMinWidth(0);
        stage.getChildren().addAll(lists, nobody, this.judging);
        setCenter(stage);
        setRight(differ);
        differ.visibleProperty().bind(showDiffer.selectedProperty());
        differ.managedProperty().bind(differ.visibleProperty());
        model.lists().addListener(property -> follow());
        model.hidden().addListener(property -> follow());
        visibleProperty().addListener(property -> follow());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        follow();
    }

    private HBox top(MenuButton rankerMenu, Requests requests) {
        showDiffer.setId("show-differ");
        showDiffer.setSelected(true);
        showDiffer.setTooltip(new Tooltip(Texts.text("differ.tip")));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox.setHgrow(header, Priority.SOMETIMES);
        header.setMinWidth(0);
        HBox tools = new HBox(
                4,
                rankerMenu,
                Icons.button(Feather.COPY, Texts.text("action.copy"), requests::copy),
                Icons.button(Feather.IMAGE, Texts.text("action.comparison.picture"), requests::savePicture),
                Icons.button(Feather.TERMINAL, Texts.text("action.comparison.command"), requests::copyCommand),
                Icons.button(Feather.EYE_OFF, Texts.text("action.judge"), requests::judge),
                showDiffer);
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.setMinWidth(USE_PREF_SIZE);
        VBox who = new VBox(header, new RankingControls(model, note, "compare-"));
        who.setMinWidth(0);
        HBox top = new HBox(8, who, gap, tools);
        top.getStyleClass().add("compare-top");
        top.setAlignment(Pos.TOP_LEFT);
        return top;
    }

    private static VBox emptyState() {
        Label title = new Label(Texts.text("nobody.title"));
        title.getStyleClass().add("heading");
        Label what = new Label(Texts.text("nobody.what"));
        what.getStyleClass().add("quiet");
        what.setWrapText(true);
        VBox state = new VBox(8, Icons.of(Feather.MAP_PIN, 24), title, what);
        state.getStyleClass().add("empty-state");
        state.setAlignment(Pos.CENTER);
        return state;
    }

    /// Opens or folds the list of users away.
    public void showDisagreement(boolean shown) {
        showDiffer.setSelected(shown);
    }

    /// What a picture of the comparison shows; null while there are no lists.
    public @Nullable Node pictured() {
        return lists.isVisible() ? lists : null;
    }

    /// Moves the list in which the keyboard is.
    ///
    /// @param by -1 for left, 1 for right
    public int focusedColumn() {
        return lineup.focusedColumn();
    }

    /// Puts the keyboard into a list.
    public void focus(int column) {
        lineup.focus(column);
    }

    /// What is not seen is not drawn.
    private void follow() {
        Lists now = model.lists().get();
        boolean hidden = model.hidden().get();
        lists.setVisible(now != null);
        nobody.setVisible(now == null && !hidden);
        judging.setVisible(hidden);
        if (now != null && isVisible()) {
            header.show(now.user(), now.catalog());
            RadiusNote.show(note, now);
            lineup.show(now);
        }
    }

    /// J and K step through the users of the list beside, unless somebody writes.
    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !(event.getTarget() instanceof TextInputControl);
        if (!plain || model.hidden().get()) {
            return;
        }
        if (event.getCode() == KeyCode.J) {
            differ.step(1);
            event.consume();
        } else if (event.getCode() == KeyCode.K) {
            differ.step(-1);
            event.consume();
        }
    }
}
