// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.domain.InputException;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;

/// The picked user's local preference.
///
/// @param trial changes it
record PreferenceDial(UserTrial trial) implements Dial {
    private static final int STEPS = 100;

    @Override
    public String key() {
        return "local-preference";
    }

    @Override
    public String label() {
        return Texts.text("try.preference");
    }

    @Override
    public String what() {
        return Texts.text("try.preference.what");
    }

    @Override
    public double standard() {
        return trial.home().map(home -> home.localPreferenceStrength()).orElse(0.0);
    }

    @Override
    public String standardWords() {
        return Texts.text("try.own", text(standard()));
    }

    @Override
    public double now() {
        return trial.variation().localPreferenceStrength().orElse(standard());
    }

    @Override
    public double position(double value) {
        return Math.clamp(value, 0, 1);
    }

    @Override
    public double at(double position) {
        return Math.rint(position * STEPS) / STEPS;
    }

    @Override
    public String text(double value) {
        return Formats.number(value, 4);
    }

    @Override
    public double read(String typed) {
        double value = KnobFormat.number(label(), typed);
        if (value >= 0 && value <= 1) {
            return value;
        }
        throw new InputException(
                label(), Texts.text("try.preference.wrong", typed), Texts.text("try.preference.remedy"));
    }

    @Override
    public void slide(double value) {
        trial.preference(value, key());
    }

    @Override
    public void set(double value) {
        trial.preference(value, "");
    }

    @Override
    public void rest() {
        trial.rest();
    }
}
