// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

/// Rankers as people write them: `basic`, `ml`, `nearest`, `popular`, `ideal`, a preset, a scoring file, a model file,
/// or both, under a name or not.
public final class RankerNames {
    private RankerNames() {}

    /// The definition of a text; reads the files that it names.
    ///
    /// @throws app.hometown.domain.InputException when it means nothing, or a file is refused
    public static RankerDefinition parse(String text) {
        throw new UnsupportedOperationException();
    }
}
