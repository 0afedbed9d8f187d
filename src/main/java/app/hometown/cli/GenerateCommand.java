// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.learning.synthetic.GeneratorOptions;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `hometown generate`: synthetic data.
@Command(
        name = "generate",
        description = "Write synthetic users, streams and training samples. The same options give the same content on "
                + "every machine.")
final class GenerateCommand implements Runnable {
    @ParentCommand
    private HometownCommand hometown;

    @Spec
    private CommandSpec spec;

    @Option(names = "--users", paramLabel = "N", defaultValue = "1000", description = "Users (${DEFAULT-VALUE}).")
    private int users;

    @Option(names = "--streams", paramLabel = "N", defaultValue = "500", description = "Streams (${DEFAULT-VALUE}).")
    private int streams;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "25000",
            description = "Training samples (${DEFAULT-VALUE}).")
    private int samples;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "42", description = "Seed (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder to write to; a data set there is replaced as a whole. Default: the data folder.")
    private @Nullable Path out;

    @Override
    public void run() {
        GeneratorOptions options = new GeneratorOptions(users, streams, samples, seed);
        var workbench = hometown.workbench();
        Path folder = out == null ? workbench.folders().data() : out;
        workbench.write(options, folder).await();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%,d users, %,d streams and %,d samples (seed %d) written to %s%n",
                        users,
                        streams,
                        samples,
                        seed,
                        folder);
    }
}
