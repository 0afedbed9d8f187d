// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import java.util.ArrayList;
import java.util.List;

/// What a load found, file by file, for people: what was read, what was left out and why.
///
/// @param files one report a file, in the order of reading
public record LoadReport(List<FileReport> files) {
    public LoadReport {
        files = List.copyOf(files);
    }

    /// How many rows were left out, over all files.
    public long badRows() {
        return files.stream().mapToLong(FileReport::rowsSkipped).sum();
    }

    /// This report and one more file's.
    public LoadReport with(FileReport file) {
        List<FileReport> more = new ArrayList<>(files);
        more.add(file);
        return new LoadReport(more);
    }

    /// The whole report as lines of text; the same for the window and the command line.
    public List<String> lines() {
        return files.stream().flatMap(file -> file.lines().stream()).toList();
    }
}
