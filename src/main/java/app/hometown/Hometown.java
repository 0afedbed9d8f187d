// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown;

import app.hometown.cli.CommandLineInterface;
import app.hometown.cli.Faces;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// The program's entry: picks the face and wires it.
public final class Hometown {
    private Hometown() {}

    /// Opens the window when there are no arguments, else runs the command they name.
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Faces faces = new WindowFaces();
        System.exit(CommandLineInterface.run(arguments, faces, out, err));
    }
}
