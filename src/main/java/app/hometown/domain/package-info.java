// SPDX-License-Identifier: GPL-3.0-or-later
/// Users, streams, samples and identifiers: immutable values and the columnar snapshot that everything else shares.
///
/// Start with [app.hometown.domain.Catalog].
@NullMarked
package app.hometown.domain;

import org.jspecify.annotations.NullMarked;
