// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `hometown snapshot`: a picture of the window.
@Command(name = "snapshot", description = "Render the window for a user to a PNG picture. Needs no display.")
final class SnapshotCommand implements Runnable {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[x×](\\d{1,5})");
    private static final int SMALLEST = 400;
    private static final int LARGEST = 8000;

    enum Theme {
        LIGHT,
        DARK
    }

    @ParentCommand
    private HometownCommand hometown;

    @Spec
    private CommandSpec spec;

    @Option(names = "--user", paramLabel = "U", required = true, description = "Id of the user.")
    private String user;

    @Option(names = "--out", paramLabel = "FILE.png", required = true, description = "Picture to write.")
    private Path out;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1600x990",
            description = "Width and height in pixels (${DEFAULT-VALUE}).")
    private String size;

    @Option(
            names = "--theme",
            paramLabel = "light|dark",
            defaultValue = "light",
            description = "Theme (${DEFAULT-VALUE}).")
    private Theme theme;

    @Override
    public void run() {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw wrongSize();
        }
        int width = Integer.parseInt(matcher.group(1));
        int height = Integer.parseInt(matcher.group(2));
        if (Math.min(width, height) < SMALLEST || Math.max(width, height) > LARGEST) {
            throw wrongSize();
        }
        hometown.faces()
                .snapshot(
                        hometown.folders(),
                        hometown.scoring(),
                        new Faces.Picture(user, out, width, height, theme == Theme.DARK));
        spec.commandLine().getOut().println(out);
    }

    private ParameterException wrongSize() {
        return new ParameterException(
                spec.commandLine(),
                "Invalid value for option '--size': '" + size + "' is not a size like 1600x990, from " + SMALLEST
                        + " to " + LARGEST + " pixels a side");
    }
}
