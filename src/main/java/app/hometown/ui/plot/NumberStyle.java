// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import app.hometown.ui.fx.Formats;

/// How the numbers of an axis are written: in the user's locale.
public enum NumberStyle {
    /// As many decimals as it needs.
    NUMBER {
        @Override
        String tick(double value, double step) {
            return Formats.decimals(value, decimals(step));
        }

        @Override
        String value(double value) {
            return Formats.number(value, digits(value));
        }
    },
    /// Whole numbers.
    COUNT {
        @Override
        String tick(double value, double step) {
            return Formats.count(Math.round(value));
        }

        @Override
        String value(double value) {
            return Formats.count(Math.round(value));
        }
    },
    /// Shares of 1 as percentages.
    PERCENT {
        @Override
        String tick(double value, double step) {
            return Formats.percent(value, Math.max(0, decimals(step) - 2));
        }

        @Override
        String value(double value) {
            // A share of a million needs more digits than one of a hundred.
            return Formats.percent(value, value <= 0 || value >= 0.01 ? 1 : Math.clamp(digits(value) - 3, 1, MOST));
        }
    },
    /// With a sign.
    SIGNED {
        @Override
        String tick(double value, double step) {
            return Formats.signed(value, decimals(step));
        }

        @Override
        String value(double value) {
            return Formats.signed(value, Math.max(0, digits(value) - 1));
        }
    },
    /// With a sign and two decimals, whatever the size.
    HUNDREDTHS {
        @Override
        String tick(double value, double step) {
            return Formats.signed(value, 2);
        }

        @Override
        String value(double value) {
            return Formats.signed(value, 2);
        }
    };

    private static final int MOST = 9;

    /// A number at a tick.
    ///
    /// @param step between this tick and the next, which says how many decimals tell them apart
    abstract String tick(double value, double step);

    /// A number that is read off, to about four digits.
    abstract String value(double value);

    /// Decimals that tell multiples of a step apart.
    static int decimals(double step) {
        for (int digits = 0; digits < MOST; digits++) {
            double scaled = step * Math.pow(10, digits);
            if (Math.abs(scaled - Math.rint(scaled)) < 1e-6 * scaled) {
                return digits;
            }
        }
        return MOST;
    }

    private static int digits(double value) {
        double size = Math.abs(value);
        return size < 1e-12 ? 0 : Math.clamp(3 - (int) Math.floor(Math.log10(size)), 0, MOST);
    }
}
