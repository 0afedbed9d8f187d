// SPDX-License-Identifier: GPL-3.0-or-later
/// The entry: [app.hometown.Hometown] picks the face (window, command line) and wires it by hand.
@NullMarked
package app.hometown;

import org.jspecify.annotations.NullMarked;
