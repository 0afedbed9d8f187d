// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.domain.InputException;

/// What to generate.
///
/// @param users how many users, 1 to 100 million
/// @param streams how many streams, 1 to 100 million
/// @param samples how many training samples, 0 to 100 million
/// @param seed equal options give equal data
public record GeneratorOptions(int users, int streams, int samples, long seed) {
    /// 1,000 users, 500 streams, 25,000 samples, seed 42.
    public static final GeneratorOptions DEFAULT = new GeneratorOptions(1000, 500, 25_000, 42);

    /// No number may be above this.
    public static final int MOST = 100_000_000;

    /// @throws InputException when a number is too small or too large
    public GeneratorOptions {
        check("users", users, 1);
        check("streams", streams, 1);
        check("samples", samples, 0);
    }

    private static void check(String name, int value, int least) {
        if (value < least || value > MOST) {
            throw new InputException(
                    name,
                    value + " is too " + (value < least ? "few" : "many"),
                    "Give a number from " + least + " to " + MOST + ".");
        }
    }
}
