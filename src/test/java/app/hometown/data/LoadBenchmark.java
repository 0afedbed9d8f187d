// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Times loading of many streams as a person meets it: once, in a fresh JVM. A main and no JMH benchmark, because
/// warming up is part of what is measured.
///
/// `LoadBenchmark write FOLDER STREAMS` makes the data, `LoadBenchmark read FOLDER` loads it.
public final class LoadBenchmark {
    private LoadBenchmark() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[1]);
        long start = System.nanoTime();
        if (args[0].equals("write")) {
            Catalog catalog = new RandomData(1).catalog(1000, Integer.parseInt(args[2]), true, false);
            say("made", start);
            start = System.nanoTime();
            DataFolder.write(folder, catalog, Optional.empty(), Optional.empty(), Progress.NONE);
            say("written", start);
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("write first");
        }
        DataFolder data = DataFolder.open(folder, Progress.NONE);
        say("loaded " + data.catalog().streams().size() + " streams", start);
        data.report().lines().forEach(System.out::println);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "live heap %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        start = System.nanoTime();
        System.out.println(Digest.of(data.catalog()));
        say("digest", start);
    }

    private static void say(String what, long start) {
        System.out.printf(Locale.ROOT, "%s: %.2f s%n", what, (System.nanoTime() - start) / 1e9);
    }
}
