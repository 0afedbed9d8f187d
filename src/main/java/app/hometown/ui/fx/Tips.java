// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Tooltips that are made when the mouse first comes to what they explain: JavaFX makes a window for each, and of the
/// hundreds in the program's window a person sees a few. On the JavaFX thread.
public final class Tips {
    private Tips() {}

    /// Says what a node is, instead of what was said before; "" says nothing.
    public static void set(Node node, String text) {
        if (node.getProperties().get(Tip.class) instanceof Tip tip) {
            tip.say(text);
        } else {
            Tip tip = new Tip(node, text);
            node.getProperties().put(Tip.class, tip);
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, tip);
        }
    }

    private static final class Tip implements EventHandler<MouseEvent> {
        private final Node node;
        private String text;
        private @Nullable Tooltip made;

        Tip(Node node, String text) {
            this.node = node;
            this.text = text;
        }

        void say(String other) {
            text = other;
            if (made != null) {
                show(made);
            }
        }

        private void show(Tooltip tooltip) {
            if (text.isEmpty()) {
                Tooltip.uninstall(node, tooltip);
            } else {
                tooltip.setText(text);
                Tooltip.install(node, tooltip);
            }
        }

        @Override
        public void handle(MouseEvent entered) {
            if (made == null && !text.isEmpty()) {
                made = new Tooltip();
                show(made);
            }
        }
    }
}
