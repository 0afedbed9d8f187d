// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.fx.Tips;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
    /// From this width on buttons say what they do.
    private static final double ROOMY = 900;

    private final CompareModel model;
    private final LineupModel rankers;
    private final UserHeader header = new UserHeader("compare-user");
    private final Label note = new Label();
    private final LineupPane lineup;
    private final VBox lists;
    private final VBox nobody;
    private final Node noData;
    private final JudgingPane judging;
    private final DisagreementPane differ;
    private final ToggleButton showDiffer = new ToggleButton(Texts.text("differ.title"), Icons.of(Feather.USERS, 16));
    private final StackPane stage = new StackPane();
    private @Nullable ComparisonPicture picture;

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
    /// @param noData what is shown while no data is open
    /// @param requests what the window does
    public CompareView(
            CompareModel model,
            LineupModel rankers,
            DisagreementPane differ,
            JudgingModel judging,
            MenuButton rankerMenu,
            Supplier<ContextMenu> streamMenu,
            Node noData,
            Requests requests) {
        this.noData = noData;
        this.model = model;
        this.rankers = rankers;
        this.differ = differ;
        getStyleClass().add("compare-view");
        note.getStyleClass().add("note");
        note.setMinWidth(USE_PREF_SIZE);
        lineup = new LineupPane(model, rankers, requests::train, streamMenu);
        VBox.setVgrow(lineup, Priority.ALWAYS);
        Label means = new Label(Texts.text("lineup.means"));
        means.getStyleClass().addAll("quiet", "small");
        means.setWrapText(true);
        means.setMinHeight(USE_PREF_SIZE);
        VBox foot = new VBox(means);
        foot.setMinHeight(USE_PREF_SIZE);
        foot.getStyleClass().add("lineup-foot");
        lists = new VBox(top(rankerMenu, requests), lineup, foot);
        nobody = emptyState();
        this.judging = new JudgingPane(judging);
        stage.setMinWidth(0);
        stage.widthProperty().addListener((property, before, now) -> {
            boolean roomy = now.doubleValue() >= ROOMY;
            showDiffer.setContentDisplay(roomy ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
            header.showFacts(roomy);
        });
        stage.getChildren().addAll(lists, nobody, noData, this.judging);
        setCenter(stage);
        setRight(differ);
        differ.visibleProperty()
                .bind(showDiffer.selectedProperty().and(model.hidden().not()));
        differ.managedProperty().bind(differ.visibleProperty());
        model.lists().addListener(property -> follow());
        model.hidden().addListener(property -> follow());
        model.session().addListener((property, before, after) -> {
            if (before.data().isPresent() != after.data().isPresent()) {
                follow();
            }
        });
        visibleProperty().addListener(property -> follow());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        follow();
    }

    private VBox top(MenuButton rankerMenu, Requests requests) {
        showDiffer.setId("show-differ");
        showDiffer.setSelected(true);
        showDiffer.getStyleClass().add("quiet-toggle");
        Tips.set(showDiffer, Texts.text("differ.tip"));
        showDiffer.setAccessibleText(Texts.text("differ.title"));
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
        HBox first = new HBox(8, header, gap, tools);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(first, new RankingControls(model, note, "compare-"));
        top.getStyleClass().add("compare-top");
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

    /// The lists as a picture, all rows of them; empty while there are no lists.
    ///
    /// @param scale pixels for one of the window's, each way
    public Optional<WritableImage> picture(double scale, Theme theme) {
        Lists now = model.lists().get();
        if (now == null) {
            return Optional.empty();
        }
        if (picture == null) {
            picture = new ComparisonPicture(model, rankers);
        }
        return Optional.of(picture.of(now, lineup.getWidth(), scale, theme));
    }

    /// The list in which the keyboard is or was last, from 0 at the left.
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
        boolean open = model.session().get().data().isPresent();
        nobody.setVisible(now == null && !hidden && open);
        noData.setVisible(!open);
        judging.setVisible(hidden);
        if (now != null && isVisible()) {
            header.show(now.user(), now.catalog());
            RadiusNote.show(note, now);
            lineup.show(now);
        }
    }

    /// J and K step through the users of the list beside, unless somebody writes.
    private void key(KeyEvent event) {
        boolean plain =
                !event.isShortcutDown() && !event.isAltDown() && !(event.getTarget() instanceof TextInputControl);
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
