// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.domain.Progress;
import app.hometown.evaluation.Measure;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.compare.Lineup;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What an evaluation of everybody costs, phase by phase: seconds on the clock, and seconds of processors, which a busy
/// machine changes less.
public final class VerdictBenchmark {
    private VerdictBenchmark() {}

    /// Opens a folder, evaluates *basic* and *ml* with all baselines and prints.
    ///
    /// @param arguments data folder, models folder, longest list, and `all` for every k, slices and interleaving,
    /// too
    public static void main(String[] arguments) {
        Folders folders = new Folders(Path.of(arguments[0]), Path.of(arguments[1]), Path.of("settings.json"));
        Workbench workbench =
                new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        workbench.open(folders.data()).await();
        int most = Integer.parseInt(arguments[2]);
        boolean all = arguments.length > 3 && arguments[3].equals("all");
        VerdictRequest request = new VerdictRequest(
                Lineup.DEFAULT,
                5,
                most,
                Measure.NDCG,
                Optional.empty(),
                true,
                all ? EnumSet.allOf(Grouping.class) : Set.of(),
                all ? 10 : 0,
                42);
        Watch watch = new Watch();
        VerdictRun run = VerdictDesk.run(workbench.session(), request, watch);
        Findings findings = Findings.of(run, watch);
        watch.phase("done", 0);
        System.out.printf(
                Locale.ROOT,
                "%-40s %8.1f s %8.1f s of processors%n%,d users evaluated, %,d slices, heap %,d MB%n",
                "all",
                (System.nanoTime() - watch.begun) / 1e9,
                (Watch.processors() - watch.processorsBegun) / 1e9,
                findings.users(),
                findings.slices().size(),
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }

    private static final class Watch implements Progress {
        private final long begun = System.nanoTime();
        private final long processorsBegun = processors();
        private String name = "";
        private long since = begun;
        private long processorsSince = processorsBegun;

        private static long processors() {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }

        @Override
        public void phase(String next, long total) {
            long now = System.nanoTime();
            long used = processors();
            if (!name.isEmpty()) {
                System.out.printf(
                        Locale.ROOT,
                        "%-40s %8.1f s %8.1f s of processors%n",
                        name,
                        (now - since) / 1e9,
                        (used - processorsSince) / 1e9);
            }
            name = next;
            since = now;
            processorsSince = used;
        }

        @Override
        public void done(long count) {}
    }
}
