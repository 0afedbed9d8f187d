// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

/// A user or a stream that is pointed at.
///
/// @param user whether it is a user
/// @param row its row
/// @param unitX of its place, in the copy of the world under the pointer
/// @param unitY of its place
/// @param moreUsers how many more shown users lie under its symbol
/// @param moreStreams how many more shown streams lie under its symbol
record Pointed(boolean user, int row, double unitX, double unitY, int moreUsers, int moreStreams) {}
