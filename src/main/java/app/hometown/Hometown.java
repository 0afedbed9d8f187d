// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown;

import app.hometown.cli.CommandLineInterface;
import app.hometown.cli.Faces;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/// The program's entry: picks the face and wires it.
public final class Hometown {
    private Hometown() {}

    /// Opens the window when there are no arguments, else runs the command they name.
    public static void main(String[] arguments) {
        quietLibraries();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Faces faces = new WindowFaces();
        System.exit(CommandLineInterface.run(arguments, faces, out, err));
    }

    private static void quietLibraries() {
        try (InputStream settings = Hometown.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
