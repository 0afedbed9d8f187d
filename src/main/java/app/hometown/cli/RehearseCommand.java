// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `hometown rehearse`, for building packages: does once what people begin with, so that Java can note which classes
/// and methods that takes (`-XX:AOTCacheOutput`) and a package starts sooner. Prints nothing.
@Command(name = "rehearse", hidden = true, description = "Do once what people begin with; for building packages.")
final class RehearseCommand implements Callable<Integer> {
    @ParentCommand
    private HometownCommand hometown;

    @Override
    public Integer call() {
        String user = hometown.opened()
                .session()
                .requireData()
                .catalog()
                .users()
                .ids()
                .get(0);
        int exit = run("--help") | run("stats", "--json") | run("compare", user, "--json") | run("compare", user);
        hometown.faces().exploreUntilShown(hometown.folders(), hometown.scoring());
        return exit;
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>();
        Collections.addAll(all, arguments);
        Collections.addAll(all, "--data", hometown.folders().data().toString());
        Collections.addAll(all, "--models", hometown.folders().models().toString());
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return CommandLineInterface.run(all.toArray(String[]::new), hometown.faces(), nowhere, nowhere);
    }
}
