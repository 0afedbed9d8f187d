// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `hometown explore`: the window.
@Command(name = "explore", description = "Open the window. This is what happens when no command is named.")
final class ExploreCommand implements Runnable {
    @ParentCommand
    private HometownCommand hometown;

    @Override
    public void run() {
        hometown.run();
    }
}
