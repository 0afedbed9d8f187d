// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.workbench.Job;
import java.io.PrintWriter;
import java.util.Locale;

/// Progress on standard error: on a terminal one line that is written over, elsewhere a line a phase.
final class ConsoleProgress {
    private final PrintWriter err;
    private final boolean terminal;
    private String phase = "";
    private boolean open;

    ConsoleProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /// Shows where a job stands.
    void show(Job<?> job) {
        Job.Status status = job.status();
        boolean told = status.stage() == Job.Stage.RUNNING && !status.phase().isEmpty();
        if (terminal) {
            if (told) {
                err.print("\r\u001b[K" + line(status));
                open = true;
            } else if (status.stage().ended() && open) {
                err.print("\r\u001b[K");
                open = false;
            }
        } else if (told && !status.phase().equals(phase)) {
            phase = status.phase();
            err.println(phase + "…");
        }
        err.flush();
    }

    private static String line(Job.Status status) {
        return status.total() > 0
                ? String.format(
                        Locale.ROOT,
                        "%s  %,d of %,d  %d %%",
                        status.phase(),
                        status.done(),
                        status.total(),
                        Math.round(100 * status.fraction()))
                : status.phase() + "…";
    }
}
