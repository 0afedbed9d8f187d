// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/// The style of a movement, wherever one is shown.
final class MovementSign {
    private MovementSign() {}

    /// Gives a node the style of a kind of movement and takes that of the others away.
    static void paint(Node node, Movement.Kind kind) {
        for (Movement.Kind each : Movement.Kind.values()) {
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass(each.key()), each == kind);
        }
    }
}
