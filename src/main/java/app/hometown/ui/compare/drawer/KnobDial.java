// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.ranking.Scoring;
import app.hometown.ui.fx.Texts;
import java.util.Locale;

/// A number of the scoring.
///
/// @param knob which
/// @param tuning changes it
record KnobDial(Knob knob, Tuning tuning) implements Dial {
    @Override
    public String key() {
        return knob.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String label() {
        return knob.label();
    }

    @Override
    public String what() {
        return knob.what();
    }

    @Override
    public double standard() {
        return knob.of(Scoring.DEFAULT);
    }

    @Override
    public String standardWords() {
        return Texts.text("dial.default", text(standard()));
    }

    @Override
    public double now() {
        return knob.of(tuning.scoring().get());
    }

    @Override
    public double position(double value) {
        return knob.position(value);
    }

    @Override
    public double at(double position) {
        return knob.at(position);
    }

    @Override
    public String text(double value) {
        return KnobFormat.text(knob, value);
    }

    @Override
    public double read(String typed) {
        return KnobFormat.number(label(), typed);
    }

    @Override
    public void slide(double value) {
        tuning.slide(knob, value);
    }

    @Override
    public void set(double value) {
        tuning.set(knob, value);
    }

    @Override
    public void rest() {
        tuning.rest();
    }
}
