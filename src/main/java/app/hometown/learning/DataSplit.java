// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.InputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How samples are divided into those to train on and those to test on. [Split] does it.
public enum DataSplit {
    /// Row by row, 80 to 20, with the same part of clicks in both.
    ROWS("rows"),

    /// User by user: all samples of a user are on one side, so the test is on people whom the model has not met. As
    /// near
    /// to 80 to 20 and to the same part of clicks as whole users allow.
    USERS("users"),

    /// All samples of the training file are trained on; a file of its own tests.
    TEST_FILE("test-file");

    private final String id;

    DataSplit(String id) {
        this.id = id;
    }

    /// Its name on the command line and in model files.
    public String id() {
        return id;
    }

    /// The split of a name.
    ///
    /// @param where what to call the place of the name in an error
    /// @throws InputException when there is none
    public static DataSplit of(String where, String id) {
        return Arrays.stream(values())
                .filter(split -> split.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        where,
                        "there is no split \"" + id + "\"",
                        "Known are: "
                                + Arrays.stream(values()).map(DataSplit::id).collect(Collectors.joining(", ")) + "."));
    }
}
