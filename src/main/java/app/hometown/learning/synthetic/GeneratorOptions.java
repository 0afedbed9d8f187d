// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.domain.InputException;

/// What to generate.
///
/// @param users how many users, at least 1
/// @param streams how many streams, at least 1
/// @param samples how many training samples, at least 0
/// @param seed equal options give equal data
public record GeneratorOptions(int users, int streams, int samples, long seed) {
    /// 1,000 users, 500 streams, 25,000 samples, seed 42.
    public static final GeneratorOptions DEFAULT = new GeneratorOptions(1000, 500, 25_000, 42);

    /// @throws InputException when a number is too small
    public GeneratorOptions {
        atLeast("users", users, 1);
        atLeast("streams", streams, 1);
        atLeast("samples", samples, 0);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new InputException(name, value + " is too few", "Give a number of at least " + least + ".");
        }
    }
}
