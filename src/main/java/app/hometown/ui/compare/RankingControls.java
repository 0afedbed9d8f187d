// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.Settings;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// How many streams, and within what radius.
final class RankingControls extends HBox {
    private static final double[] RADII_KM = {25, 50, 100, 250, 500, 1000};

    /// @param note stands beside them
    /// @param prefix of the ids of the controls
    RankingControls(CompareModel model, Label note, String prefix) {
        super(8);
        getStyleClass().add("ranking-controls");
        setAlignment(Pos.CENTER_LEFT);
        ComboBox<OptionalDouble> radius = radius(model, prefix);
        Label top = new Label(Texts.text("k.label"));
        top.getStyleClass().add("quiet");
        Label within = new Label(Texts.text("radius.label"));
        within.getStyleClass().add("quiet");
        within.setLabelFor(radius);
        SegmentedButton lengths = lengths(model, prefix);
        for (Region control : new Region[] {top, lengths, within, radius}) {
            control.setMinWidth(USE_PREF_SIZE);
        }
        Region space = new Region();
        space.setMinWidth(4);
        getChildren().addAll(top, lengths, space, within, radius, note);
    }

    private static SegmentedButton lengths(CompareModel model, String prefix) {
        SegmentedButton choice = new SegmentedButton();
        choice.getStyleClass().add("lengths");
        choice.setAccessibleText(Texts.text("k.name"));
        ToggleGroup group = new ToggleGroup();
        choice.setToggleGroup(group);
        Settings.KS.forEach(k -> offer(choice, k, prefix));
        offer(choice, model.k().get(), prefix);
        select(choice, model.k().get());
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.k().set((Integer) now.getUserData());
            } else if (before != null) {
                // One length is always chosen: pressing the chosen one again changes nothing.
                before.setSelected(true);
            }
        });
        model.k().addListener((property, before, now) -> {
            offer(choice, now.intValue(), prefix);
            select(choice, now.intValue());
        });
        return choice;
    }

    private static void select(SegmentedButton choice, int k) {
        choice.getButtons().stream()
                .filter(button -> button.getUserData().equals(k))
                .forEach(button -> button.setSelected(true));
    }

    /// A comparison file may have a length of its own.
    private static void offer(SegmentedButton choice, int k, String prefix) {
        int place = 0;
        for (ToggleButton button : choice.getButtons()) {
            int other = (Integer) button.getUserData();
            if (other == k) {
                return;
            }
            place += other < k ? 1 : 0;
        }
        ToggleButton button = new ToggleButton(Formats.count(k));
        button.setId(prefix + "k-" + k);
        button.setAccessibleText(Texts.text("k.choice", Formats.count(k)));
        button.setUserData(k);
        choice.getButtons().add(place, button);
    }

    private static ComboBox<OptionalDouble> radius(CompareModel model, String prefix) {
        ComboBox<OptionalDouble> choice = new ComboBox<>();
        choice.setId(prefix + "radius");
        choice.setAccessibleText(Texts.text("radius.name"));
        for (double km : RADII_KM) {
            choice.getItems().add(OptionalDouble.of(km));
        }
        choice.getItems().add(OptionalDouble.empty());
        offer(choice, model.radiusKm().get());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable OptionalDouble radius) {
                return radius == null ? "" : Formats.radius(radius);
            }

            @Override
            public OptionalDouble fromString(String text) {
                throw new UnsupportedOperationException("the choice is not editable");
            }
        });
        choice.setValue(model.radiusKm().get());
        choice.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.radiusKm().set(now);
            }
        });
        model.radiusKm().addListener((property, before, now) -> {
            offer(choice, now);
            choice.setValue(now);
        });
        return choice;
    }

    /// A scoring file may hold a radius of its own.
    private static void offer(ComboBox<OptionalDouble> choice, OptionalDouble radius) {
        if (!choice.getItems().contains(radius)) {
            int place = 0;
            while (choice.getItems().get(place).orElse(Double.MAX_VALUE) < radius.orElse(Double.MAX_VALUE)) {
                place++;
            }
            choice.getItems().add(place, radius);
        }
    }
}
