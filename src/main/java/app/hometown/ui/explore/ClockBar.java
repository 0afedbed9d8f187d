// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.domain.Streams;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Tips;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.Broadcasts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The simulated clock: play and pause, speed, what time it is, and back to the data. While it plays, streams go on and
/// off the air and their current viewers drift in what is open; files stay as they are, and so does everything when it
/// stops, until one asks for the data back.
public final class ClockBar extends HBox {
    private static final long SEED = 42;
    private static final double TICKS_A_SECOND = 2;
    private static final List<Integer> SPEEDS = List.of(1, 10, 60);

    private final Workbench workbench;
    private final Executor worker;
    private final Consumer<RuntimeException> failed;
    private final Consumer<String> said;
    private final Timeline ticker = new Timeline(new KeyFrame(Duration.seconds(1 / TICKS_A_SECOND), event -> tick()));
    private final Button play = Icons.button(Feather.PLAY, Texts.text("clock.play"), this::toggle);
    private final Button speed = new Button();
    private final Label time = new Label();
    private final Button reset = Icons.button(Feather.ROTATE_CCW, Texts.text("clock.reset"), this::reset);
    private int speedPlace = 1;
    private boolean busy;
    private @Nullable Broadcasts broadcasts;
    private @Nullable Streams of;

    /// @param workbench whose streams change
    /// @param worker makes the changes
    /// @param said takes what was done
    /// @param failed takes what goes wrong
    public ClockBar(Workbench workbench, Executor worker, Consumer<String> said, Consumer<RuntimeException> failed) {
        super(2);
        this.workbench = workbench;
        this.worker = worker;
        this.said = said;
        this.failed = failed;
        setAlignment(Pos.CENTER_LEFT);
        play.setId("clock-play");
        Tips.set(play, Texts.text("clock.tip"));
        reset.setId("clock-reset");
        speed.setId("clock-speed");
        speed.getStyleClass().addAll("flat", "small", "clock-speed");
        Tips.set(speed, Texts.text("clock.speed"));
        speed.setOnAction(event -> faster());
        time.setId("clock-time");
        time.getStyleClass().addAll("small", "clock-time");
        time.setMinWidth(0);
        speed.setMinWidth(USE_PREF_SIZE);
        ticker.setCycleCount(Animation.INDEFINITE);
        getChildren().addAll(play, time, speed, reset);
        for (var part : List.of(time, speed, reset)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        show();
    }

    /// Plays or pauses.
    public void toggle() {
        if (ticker.getStatus() == Animation.Status.RUNNING) {
            ticker.stop();
        } else if (workbench.session().data().isPresent()) {
            ticker.play();
            tick();
        }
        show();
    }

    /// Whether it plays.
    public boolean isPlaying() {
        return ticker.getStatus() == Animation.Status.RUNNING;
    }

    /// Other data was opened: its clock has not begun.
    public void stop() {
        ticker.stop();
        broadcasts = null;
        of = null;
        show();
    }

    private void faster() {
        speedPlace = (speedPlace + 1) % SPEEDS.size();
        show();
    }

    /// Goes on by one tick; a tick that comes while the last one is still being applied is left out.
    public void tick() {
        Optional<OpenData> data = workbench.session().data();
        if (busy || data.isEmpty()) {
            return;
        }
        busy = true;
        Broadcasts playing = playing(data.get().catalog().streams().asRead());
        double minutes = SPEEDS.get(speedPlace) / TICKS_A_SECOND;
        apply(streams -> playing.step(streams, minutes), () -> {});
    }

    @SuppressWarnings("ReferenceEquality") // data read again is other data even where it is equal
    private Broadcasts playing(Streams read) {
        Broadcasts now = broadcasts;
        if (now == null || of != read) {
            now = new Broadcasts(SEED, read);
            broadcasts = now;
            of = read;
        }
        return now;
    }

    private interface Step {
        List<Streams.Change> changes(Streams now);
    }

    private void apply(Step step, Runnable done) {
        worker.execute(() -> {
            try {
                Streams now = workbench.session().requireData().catalog().streams();
                List<Streams.Change> changes = step.changes(now);
                if (!changes.isEmpty()) {
                    workbench.apply(changes);
                }
                FxThread.run(() -> {
                    busy = false;
                    show();
                    done.run();
                });
            } catch (RuntimeException e) {
                FxThread.run(() -> {
                    busy = false;
                    stop();
                    failed.accept(e);
                });
            }
        });
    }

    /// Puts everything back that the clock, or anybody, has changed in the streams, and begins the day anew.
    public void reset() {
        if (workbench.session().data().isEmpty()) {
            return;
        }
        stop();
        apply(Broadcasts::back, () -> said.accept(Texts.text("said.clockBack")));
    }

    private void show() {
        boolean playing = isPlaying();
        ((FontIcon) play.getGraphic()).setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
        play.setAccessibleText(Texts.text(playing ? "clock.pause" : "clock.play"));
        Broadcasts now = broadcasts;
        boolean begun = now != null;
        time.setVisible(begun);
        speed.setVisible(begun);
        reset.setVisible(begun);
        speed.setText(Texts.text("clock.speed.value", Formats.count(SPEEDS.get(speedPlace))));
        if (now != null) {
            int minutes = (int) (Broadcasts.START + now.minutes());
            String ofDay = String.format(Locale.ROOT, "%02d:%02d", minutes / 60 % 24, minutes % 60);
            time.setText(Texts.text("clock.time", Formats.count(minutes / (24 * 60) + 1), ofDay));
        }
    }
}
