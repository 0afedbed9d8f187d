// SPDX-License-Identifier: GPL-3.0-or-later
/// Data folders: Parquet in and out, category names, what a load found, and digests of content.
///
/// Start with [app.hometown.data.DataFolder]. Below it, a file each: [app.hometown.data.UsersFile],
/// [app.hometown.data.StreamsFile], [app.hometown.data.SamplesFile] say which columns there are and which values they
/// may hold; [app.hometown.data.ParquetSource] decodes columns a batch of rows at a time, side by side, and sorts
/// out bad rows; [app.hometown.data.FlatPages] is its fast way through pages of plain and dictionary values;
/// [app.hometown.data.ParquetSink] writes.
@NullMarked
package app.hometown.data;

import org.jspecify.annotations.NullMarked;
