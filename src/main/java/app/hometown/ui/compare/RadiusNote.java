// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// Says beside the radius how far it had to grow, or that there is nobody.
final class RadiusNote {
    private RadiusNote() {}

    static void show(Label note, Lists answer) {
        note.setText(
                answer.isEmpty()
                        ? Texts.text("note.nobody")
                        : answer.expanded() ? Texts.text("note.expanded", Formats.radius(answer.radiusKm())) : "");
        if (!answer.expanded()) {
            note.setTooltip(null);
        } else if (note.getTooltip() == null) {
            note.setTooltip(new Tooltip(whyExpanded(answer)));
        } else {
            note.getTooltip().setText(whyExpanded(answer));
        }
    }

    private static String whyExpanded(Lists answer) {
        return Texts.text(
                "note.expanded.tip",
                Formats.radius(answer.askedRadiusKm()),
                Formats.radius(answer.radiusKm()),
                Formats.count(answer.k()));
    }
}
