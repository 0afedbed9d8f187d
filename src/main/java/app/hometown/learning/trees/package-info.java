// SPDX-License-Identifier: GPL-3.0-or-later
/// Click models made of trees: what a tree is, how many of them are asked at once, and how likely a click is at most
/// for many streams together.
///
/// Start with [app.hometown.learning.trees.TreeEnsemble].
@NullMarked
package app.hometown.learning.trees;

import org.jspecify.annotations.NullMarked;
