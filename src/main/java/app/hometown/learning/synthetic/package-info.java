// SPDX-License-Identifier: GPL-3.0-or-later
/// Made-up users, streams and clicks that behave like real ones, the same on every platform, JDK and run.
///
/// It stands in the learning room because a sample carries the features of the ranking room. Start with
/// [app.hometown.learning.synthetic.Generator]; how clicks come about is in
/// [app.hometown.learning.synthetic.ClickBehaviour].
@NullMarked
package app.hometown.learning.synthetic;

import org.jspecify.annotations.NullMarked;
