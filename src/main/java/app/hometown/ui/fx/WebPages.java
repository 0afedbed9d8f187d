// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import java.net.URI;

/// Opens pages in the person's browser. An interface because the system's way needs a desktop.
@FunctionalInterface
public interface WebPages {
    /// Nothing can be opened: for pictures and tests.
    WebPages NONE = page -> false;

    /// Opens a page.
    ///
    /// @return whether there is a browser to ask; what it makes of it is not known
    boolean open(URI page);
}
