// SPDX-License-Identifier: GPL-3.0-or-later
/// Other programs' files: Parquet or CSV whose columns are called otherwise, read as users, streams, samples or
/// category
/// names through a mapping that a person can correct.
///
/// Start with [app.hometown.data.mapping.MappedData]. A [app.hometown.data.mapping.Source] gives the rows of a file, a
/// [app.hometown.data.mapping.Preview] what its columns look like, a [app.hometown.data.mapping.Guess] which
/// [app.hometown.data.mapping.Target] each of them may be, a [app.hometown.data.mapping.Mapping] says which it is, and
/// [app.hometown.data.mapping.KeptMappings] remembers that for the next file with the same header.
@NullMarked
package app.hometown.data.mapping;

import org.jspecify.annotations.NullMarked;
