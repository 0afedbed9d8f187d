// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.house;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The one Java formatter of the house: palantir-java-format.
///
/// It runs on the project's own JDK, not inside Maven: the formatter reads Java with the compiler of the JVM it runs
/// in, and Maven may run on a JDK too old for the syntax used here. `mvn -Pformat` rewrites the sources;
/// [SourceFormatTest] checks them in every build.
public final class SourceFormat {
    private static final List<Path> ROOTS =
            List.of(Path.of("src/main/java"), Path.of("src/test/java"), Path.of("src/bench/java"));

    private SourceFormat() {}

    /// Rewrites every source file that is not formatted and names it on standard output.
    public static void main(String[] args) throws IOException, FormatterException {
        for (Path file : sources()) {
            String before = Files.readString(file);
            String after = format(before);
            if (!after.equals(before)) {
                Files.writeString(file, after);
                System.out.println("formatted " + file);
            }
        }
    }

    /// All Java files of the project, in path order.
    static List<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : ROOTS) {
            try (var walk = Files.walk(root)) {
                walk.filter(path -> path.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    /// The text as the formatter would write it.
    static String format(String source) throws FormatterException {
        JavaFormatterOptions options = JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build();
        return keepDocComments(Formatter.createFormatter(options).formatSourceAndFixImports(source));
    }

    /// The formatter wraps a long `///` line as if it were a plain comment: what goes over continues after `//`, and
    /// the
    /// compiler no longer sees one documentation comment. This mends it.
    private static String keepDocComments(String source) {
        List<String> lines = new ArrayList<>(source.lines().toList());
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).stripLeading();
            if (lines.get(i - 1).stripLeading().startsWith("///") && line.startsWith("// ")) {
                lines.set(i, lines.get(i).replaceFirst("// ", "/// "));
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
