// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.evaluation.LeftOut;
import app.hometown.ui.report.DocumentFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What the Evaluate view asks of the window around it.
public interface Requests {
    /// Asks for a data folder and opens it.
    void openFolder();

    /// Trains the default model and ranks by it.
    void train();

    /// Adds the ranker of a text: a preset, a scoring file or a model file.
    void add(String text);

    /// Asks for a file and adds the ranker that it holds.
    ///
    /// @param title key of the chooser's title
    void addFile(String title);

    /// Finds the files of the kept models.
    void models(Consumer<List<Path>> found);

    /// Asks for a file of samples to measure on.
    void chooseTest();

    /// Asks for an evaluation file and shows it.
    void open();

    /// Asks for a file and keeps there what is shown.
    void save();

    /// Asks for an evaluation file and holds what is shown against it.
    void compareWith();

    /// Asks for a file and writes all measures user by user.
    ///
    /// @param ending csv or parquet
    void exportUsers(String ending);

    /// Lists the users left out for a reason.
    void showLeftOut(LeftOut reason);

    /// Asks for a file and writes everything that is shown as one document.
    void report(DocumentFile.Format format);

    /// Shows on the map in which cities the rankers differ.
    void showOnMap();

    /// Picks a user and opens the comparison of the evaluated rankers.
    ///
    /// @param row in the open data
    void compare(int row);
}
