// SPDX-License-Identifier: GPL-3.0-or-later

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Makes the native packages of the system that it runs on, from `target/hometown.jar` and `target/lib`:
///
/// 1. a Java runtime with the modules in use (jlink);
/// 2. the application image: runtime, jars, launcher (jpackage);
/// 3. what makes a start fast: the image's own Java rehearses one, which leaves the first look of the next, and another
///    one, which notes what it takes in an AOT cache;
/// 4. the installable packages of this system (jpackage), and a file of checksums.
///
/// `java jpackage/Package.java VERSION [image|all [TIME]]`, from the project's folder, with the JDK that is to be shipped;
/// TIME is what all files are dated, so that the same sources give the same package. `mvn -Ppackage verify` does so.
/// What comes out is in `target/package`.
public final class Package {
    /// What is needed and cannot be seen in the class files: locales of dates and numbers, TLS for map tiles, zipped
    /// file systems, and names of hosts.
    private static final List<String> UNSEEN =
            List.of("jdk.localedata", "jdk.crypto.ec", "jdk.zipfs", "java.naming", "jdk.management");

    /// The locales of the places that analysts sit in; others get English names of months.
    private static final String LOCALES =
            "en,de,fr,es,it,pt,nl,sv,da,nb,fi,pl,cs,ru,uk,tr,ar,he,hi,th,ja,ko,zh,id,vi,el,hu,ro";

    /// Java's flags in every form of the program. Memory: as little as is in use, given back when it is no longer; a
    /// collector of one thread would stop the window for long with big data.
    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:MaxRAMPercentage=60",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=25",
            // After a minute without work, memory goes back to the system: 948 MB with a million users and streams open
            // were 170 MB a minute after small data was opened instead. A concurrent collection left 675 MB.
            "-XX:G1PeriodicGCInterval=60000",
            "-XX:-G1PeriodicGCInvokesConcurrent",
            // Otherwise each start writes a file in the folder for temporary ones.
            "-XX:-UsePerfData",
            // Java 25 warns on standard output of small parts of the AOT cache that it does without.
            "-Xlog:disable",
            "-Xlog:all=error:stderr");

    /// On Linux native libraries lie with Java's own, so that none is unpacked into the user's folders at a start.
    private static final List<String> LINUX_FLAGS = List.of("-Dorg.xerial.snappy.use.systemlib=true");

    private static final String JAR = "hometown.jar";
    private static final String CACHE = "hometown.aot";
    private static final String LOOK = "first-look";

    private final String version;
    private final FileTime time;
    private final Path project = Path.of("").toAbsolutePath();
    private final Path target = project.resolve("target");
    private final Path out = target.resolve("package");
    private final Path parts = out.resolve("parts");
    private final System system = System.ofThisMachine();

    enum System {
        LINUX,
        MACOS,
        WINDOWS;

        static System ofThisMachine() {
            String name = java.lang.System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MACOS : LINUX;
        }
    }

    private Package(String version, Instant time) {
        this.version = version;
        this.time = FileTime.from(time);
    }

    public static void main(String[] arguments) throws Exception {
        Instant time = arguments.length < 3 ? Instant.now() : Instant.parse(arguments[2]);
        Package made = new Package(arguments[0], time.truncatedTo(ChronoUnit.SECONDS));
        made.clean();
        Path image = made.image();
        made.check(image);
        if (arguments.length < 2 || arguments[1].equals("all")) {
            made.install(image);
            made.checksums();
        }
        made.tell();
    }

    private void clean() throws IOException {
        delete(out);
        Files.createDirectories(parts);
        Files.createDirectories(parts.resolve("app"));
    }

    /// Steps 1 to 3.
    private Path image() throws IOException, InterruptedException {
        Path input = parts.resolve("app");
        Path natives = Files.createDirectories(parts.resolve("natives"));
        Jars packed = new Jars(system, time, natives);
        packed.repack(target.resolve(JAR), input.resolve(JAR));
        Files.createDirectories(input.resolve("lib"));
        try (Stream<Path> jars = Files.list(target.resolve("lib"))) {
            for (Path jar : (Iterable<Path>) jars.sorted()::iterator) {
                packed.repack(jar, input.resolve("lib").resolve(jar.getFileName()));
            }
        }
        Path runtime = parts.resolve("runtime");
        tool(
                "jlink",
                List.of(
                        "--add-modules",
                        String.join(",", modules(input)),
                        "--include-locales",
                        LOCALES,
                        // Not --strip-debug, which needs a tool of binutils; Java's own libraries have no debug symbols.
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        // The package itself is compressed, and better.
                        "--compress",
                        "zip-0",
                        "--output",
                        runtime.toString()));
        copy(natives, runtime.resolve("lib"));
        List<String> options = new ArrayList<>(List.of(
                "--type",
                "app-image",
                "--name",
                system == System.LINUX ? "hometown" : "Hometown",
                "--app-version",
                appVersion(),
                "--vendor",
                "Hometown",
                "--copyright",
                "GPL-3.0-or-later",
                "--description",
                "See, compare and explain location-based rankings of live streams",
                "--icon",
                icon().toString(),
                "--runtime-image",
                runtime.toString(),
                "--input",
                input.toString(),
                "--main-jar",
                JAR,
                "--main-class",
                "app.hometown.Hometown",
                "--dest",
                out.toString()));
        flags().forEach(flag -> options.addAll(List.of("--java-options", flag)));
        options.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/" + CACHE));
        options.addAll(List.of("--java-options", "-Dhometown.look=$APPDIR/" + LOOK));
        if (system == System.WINDOWS) {
            // A program with a window has no console there.
            options.addAll(List.of(
                    "--add-launcher", "hometown-cmd=" + project.resolve("jpackage/windows/console.properties")));
        }
        tool("jpackage", options);
        Path image = out.resolve(system == System.LINUX ? "hometown" : system == System.MACOS ? "Hometown.app" : "Hometown");
        // The AOT cache knows its jars by their times.
        date(image);
        rehearse(image);
        if (system == System.LINUX) {
            linuxExtras(image);
        }
        date(image);
        if (system == System.MACOS) {
            // The cache came after jpackage's own signature, which is nobody's as well.
            run(List.of("codesign", "--force", "--deep", "--sign", "-", image.toString()));
        }
        return image;
    }

    /// macOS takes no version that begins with 0.
    private String appVersion() {
        return system == System.MACOS && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    private List<String> flags() {
        List<String> all = new ArrayList<>(FLAGS);
        if (system == System.LINUX) {
            all.addAll(LINUX_FLAGS);
        }
        return all;
    }

    private void date(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setLastModifiedTime(file, time);
                }
            }
        }
    }

    /// The modules that the class files ask for, and the unseen.
    private Set<String> modules(Path input) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--multi-release", "25", "--ignore-missing-deps", "--print-module-deps"));
        try (Stream<Path> jars = Files.list(input.resolve("lib"))) {
            jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().map(Path::toString).forEach(arguments::add);
        }
        arguments.add(input.resolve(JAR).toString());
        var said = new java.io.StringWriter();
        var writer = new java.io.PrintWriter(said);
        int exit = ToolProvider.findFirst("jdeps").orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        writer.flush();
        List<String> lines = said.toString().lines().filter(line -> !line.isBlank()).toList();
        if (exit != 0 || lines.isEmpty()) {
            throw new IllegalStateException("jdeps: " + said);
        }
        Set<String> modules = new TreeSet<>(List.of(lines.getLast().split(",")));
        modules.addAll(UNSEEN);
        return modules;
    }

    /// Where an image keeps its jars.
    private Path app(Path image) {
        return switch (system) {
            case LINUX -> image.resolve("lib").resolve("app");
            case MACOS -> image.resolve("Contents").resolve("app");
            case WINDOWS -> image.resolve("app");
        };
    }

    private Path java(Path image) {
        return switch (system) {
            case LINUX -> image.resolve("lib/runtime/bin/java");
            case MACOS -> image.resolve("Contents/runtime/Contents/Home/bin/java");
            case WINDOWS -> image.resolve("runtime\\bin\\java.exe");
        };
    }

    /// Makes the first look of a first start and the AOT cache.
    private void rehearse(Path image) throws IOException, InterruptedException {
        Path look = app(image).resolve(LOOK);
        rehearse(image, List.of());
        try (Stream<Path> files = Files.walk(home())) {
            Files.copy(files.filter(file -> file.endsWith(LOOK)).findFirst().orElseThrow(), look);
        }
        // The class path and the flags must be those of a later start.
        rehearse(image, List.of("-XX:AOTCacheOutput=" + app(image).resolve(CACHE)));
    }

    private void rehearse(Path image, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(image).toString()));
        command.addAll(flags());
        command.addAll(more);
        command.add("-Duser.home=" + home());
        command.addAll(List.of("-cp", app(image).resolve(JAR).toString(), "app.hometown.Hometown", "rehearse"));
        Path log = out.resolve("rehearsal.log");
        int exit = apart(command).redirectOutput(log.toFile()).start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("the rehearsal failed (exit " + exit + "):\n" + Files.readString(log));
        }
    }

    /// The command for the PATH, which starts Java itself (the launcher takes 150 ms for it), and the texts of
    /// `--help` beside it, printed by the program now and by the command without it.
    private void linuxExtras(Path image) throws IOException, InterruptedException {
        Path app = app(image);
        Path command = image.resolve("bin").resolve("hometown-command");
        String script = Files.readString(project.resolve("jpackage/linux/command.sh"))
                .replace("@FLAGS@", String.join(" ", flags()))
                .replace("@VERSION@", version);
        Files.writeString(command, script);
        command.toFile().setExecutable(true, false);
        Path help = Files.createDirectories(app.resolve("help"));
        String top = printed(image, "--help");
        Files.writeString(help.resolve("hometown.txt"), top);
        for (String name : commands(top)) {
            Files.writeString(help.resolve(name + ".txt"), printed(image, name, "--help"));
        }
        Path share = Files.createDirectories(app.resolve("share"));
        for (String file : List.of("hometown.desktop", "hometown.xml", "hometown.1", "register.sh")) {
            Files.copy(
                    project.resolve("jpackage/linux").resolve(file),
                    share.resolve(file),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        copy(project.resolve("icons"), share.resolve("icons"));
        Files.copy(project.resolve("LICENSE"), share.resolve("LICENSE"));
    }

    /// The names of the commands in the text of `hometown --help`.
    private static List<String> commands(String help) {
        return help.lines()
                .dropWhile(line -> !line.startsWith("Commands:"))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .filter(line -> line.charAt(2) != ' ')
                .map(line -> line.strip().split("\\s+")[0])
                .toList();
    }

    private String printed(Path image, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(java(image).toString(), "-cp", app(image).resolve(JAR).toString(), "app.hometown.Hometown"));
        command.addAll(List.of(arguments));
        Process process = apart(command).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
        return text;
    }

    /// Starts what was made: it must know its version and rank with the data and the model that it brings.
    private void check(Path image) throws IOException, InterruptedException {
        Path launcher = switch (system) {
            case LINUX -> image.resolve("bin/hometown");
            case MACOS -> image.resolve("Contents/MacOS/Hometown");
            case WINDOWS -> image.resolve("Hometown.exe");
        };
        expect("hometown " + version, launcher, "--version");
        expect("user_000001", launcher, "compare", "user_000001");
        if (system == System.LINUX) {
            expect("hometown " + version, image.resolve("bin/hometown-command"), "--version");
            expect("user_000001", image.resolve("bin/hometown-command"), "compare", "user_000001");
        }
    }

    private void expect(String words, Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path log = out.resolve("check.log");
        ProcessBuilder process = apart(command).redirectOutput(log.toFile());
        int exit = process.start().waitFor();
        String said = Files.readString(log);
        if (exit != 0 || !said.contains(words)) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + exit + ":\n" + said);
        }
    }

    private Path home() throws IOException {
        return Files.createDirectories(parts.resolve("home"));
    }

    /// A process in an empty folder that sees none of the user's own files.
    private ProcessBuilder apart(List<String> command) throws IOException {
        Path home = home();
        ProcessBuilder process = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        process.environment()
                .putAll(Map.of(
                        "XDG_DATA_HOME", home.resolve("share").toString(),
                        "XDG_CONFIG_HOME", home.resolve("config").toString(),
                        "XDG_CACHE_HOME", home.resolve("cache").toString(),
                        "LOCALAPPDATA", home.resolve("local").toString(),
                        "APPDATA", home.resolve("roaming").toString()));
        return process;
    }

    /// Step 4.
    private void install(Path image) throws IOException, InterruptedException {
        Path settings = project.resolve("jpackage").resolve(system.name().toLowerCase(Locale.ROOT));
        List<String> common = List.of(
                "--name",
                system == System.LINUX ? "hometown" : "Hometown",
                "--app-version",
                appVersion(),
                "--app-image",
                image.toString(),
                "--vendor",
                "Hometown",
                "--license-file",
                project.resolve("LICENSE").toString(),
                "--resource-dir",
                settings.toString(),
                "--dest",
                out.toString());
        switch (system) {
            case LINUX -> {
                packageAs("deb", common, List.of(
                        "--linux-package-name", "hometown",
                        "--linux-deb-maintainer", "hometown@example.org",
                        "--linux-app-category", "science"));
                if (Files.isExecutable(Path.of("/usr/bin/rpmbuild"))) {
                    packageAs("rpm", common, List.of(
                            "--linux-package-name", "hometown",
                            "--linux-rpm-license-type", "GPL-3.0-or-later",
                            "--linux-app-category", "Applications/Science",
                            "--linux-package-deps", "gtk3, pango, freetype, fontconfig, libglvnd-glx, libX11, libXext, libXi, libXrender, libXtst, libXxf86vm"));
                }
            }
            case WINDOWS -> packageAs("msi", common, List.of(
                    "--win-menu",
                    "--win-menu-group", "Hometown",
                    "--win-shortcut-prompt",
                    "--win-dir-chooser",
                    "--win-per-user-install",
                    "--win-upgrade-uuid", "6a6f9a1e-3c0b-4e0d-9a53-6a1f6f0a7c11",
                    "--file-associations", settings.resolve("parquet.properties").toString()));
            case MACOS -> {
                packageAs("dmg", common, List.of(
                        "--file-associations", settings.resolve("parquet.properties").toString()));
                Files.move(
                        out.resolve("Hometown-" + appVersion() + ".dmg"),
                        out.resolve("Hometown-" + version + ".dmg"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// In a process of its own, whose environment says how to compress and to date.
    private void packageAs(String type, List<String> common, List<String> own)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(java.lang.System.getProperty("java.home"), "bin", "jpackage").toString(), "--type", type));
        command.addAll(common);
        command.addAll(own);
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment()
                .putAll(Map.of(
                        "SOURCE_DATE_EPOCH", Long.toString(time.toInstant().getEpochSecond()),
                        "DPKG_DEB_COMPRESSOR_TYPE", "xz",
                        "DPKG_DEB_COMPRESSOR_LEVEL", "9"));
        if (process.start().waitFor() != 0) {
            throw new IllegalStateException("failed: " + String.join(" ", command));
        }
    }

    private void checksums() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : packages()) {
            lines.append(sha256(file)).append("  ").append(file.getFileName()).append('\n');
        }
        Files.writeString(out.resolve("SHA256SUMS"), lines);
    }

    private List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.toString().matches(".*\\.(deb|rpm|msi|dmg)")).sorted().toList();
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tell() throws IOException {
        for (Path file : packages()) {
            java.lang.System.out.printf(Locale.ROOT, "%s, %.1f MB%n", project.relativize(file), Files.size(file) / 1e6);
        }
        try (Stream<Path> files = Files.walk(out)) {
            Path image = files.filter(file -> file.getFileName().toString().equals(CACHE)).findFirst().orElseThrow();
            java.lang.System.out.printf(
                    Locale.ROOT, "%s, %.1f MB%n", project.relativize(image), Files.size(image) / 1e6);
        }
    }

    /// The icon in the system's own format, from the pictures of `icons`.
    private Path icon() throws IOException {
        return switch (system) {
            case LINUX -> project.resolve("icons/hometown-256.png");
            case MACOS -> Files.write(parts.resolve("hometown.icns"), new Icons(project.resolve("icons")).icns());
            case WINDOWS -> Files.write(parts.resolve("hometown.ico"), new Icons(project.resolve("icons")).ico());
        };
    }

    private static void tool(String name, List<String> arguments) {
        int exit = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("this Java has no " + name + "; use a JDK 25"))
                .run(java.lang.System.out, java.lang.System.err, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException(name + " failed: " + String.join(" ", arguments));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException error) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
