// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The small coloured shape of a ranker.
final class RankerSign extends Region {
    RankerSign() {
        getStyleClass().add("ranker-mark");
    }

    /// Takes the shape and colour of a look; null is nobody's.
    void show(@Nullable RankerLook look) {
        paint(this, look);
    }

    /// Gives a node the style class of a look and takes that of another away.
    static void paint(Node node, @Nullable RankerLook look) {
        // Every change of a style class styles all that is below anew, and lists are shown with every move of a hand.
        for (RankerLook each : RankerLook.values()) {
            if (each != look) {
                node.getStyleClass().remove(each.style());
            }
        }
        if (look != null && !node.getStyleClass().contains(look.style())) {
            node.getStyleClass().add(look.style());
        }
    }
}
