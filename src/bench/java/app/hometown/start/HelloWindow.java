// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.start;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/// The least window that JavaFX can show, of the size of ours: prints when it was there, in milliseconds since
/// 1970, and ends.
public final class HelloWindow {
    private HelloWindow() {}

    /// Opens it.
    public static void main(String[] arguments) {
        Application.launch(Hello.class, arguments);
    }

    /// Made by JavaFX.
    public static final class Hello extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new Label("Hello"), 1600, 990));
            stage.show();
            new AnimationTimer() {
                private boolean drawn;

                @Override
                public void handle(long now) {
                    if (drawn) {
                        stop();
                        System.out.println(System.currentTimeMillis());
                        stage.close();
                    }
                    drawn = true;
                }
            }.start();
        }
    }
}
