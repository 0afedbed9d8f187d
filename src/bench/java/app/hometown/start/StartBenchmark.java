// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Starts the packaged program and a window that says hello by turns, both on the package's own Java, and prints how
/// long they took: until the data is on the map (drawn by the window before, which kept it), until the map itself is
/// there, until everything is beside it, until hello is there, until `--help` has been printed.
///
/// A window's time is from before the process is made to the second frame after its content is there; a command's is
/// that of the whole process. The program is started without arguments, as people do.
public final class StartBenchmark {
    private static final int PATIENCE_SECONDS = 120;

    /// What takes how long, in milliseconds.
    @FunctionalInterface
    private interface Start {
        double millis() throws IOException, InterruptedException;
    }

    private final Path image;
    private final Path folder;

    /// When the map of the program that was started last was there, milliseconds from its start.
    private double live;

    /// When everything beside it was.
    private double whole;

    private StartBenchmark(Path image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    /// Measures.
    ///
    /// @param arguments the folder of an application image or an installed package, and how often (11)
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length < 2 ? 11 : Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("hometown-start");
        new StartBenchmark(Path.of(arguments[0]).toRealPath(), folder).run(rounds);
    }

    private void run(int rounds) throws IOException, InterruptedException {
        Path hello = helloJar();
        Path cache = folder.resolve("hello.aot");
        spent(java(hello, "-XX:AOTCacheOutput=" + cache, HelloWindow.class.getName()));
        // What every JDK brings, and a runtime made for a program does not.
        Path archive = folder.resolve("jdk.jsa");
        String jdk = "-XX:SharedArchiveFile=" + archive;
        spent(java(hello, jdk, "-Xshare:dump"));
        Map<String, Start> starts = new LinkedHashMap<>();
        starts.put("hello, no AOT cache", () -> shown(java(hello, jdk, HelloWindow.class.getName())));
        starts.put("hello, AOT cache", () -> shown(java(hello, "-XX:AOTCache=" + cache, HelloWindow.class.getName())));
        starts.put("hometown, data on the map", () -> shown(hometown()));
        starts.put("hometown, the map itself", () -> live);
        starts.put("hometown, all beside it", () -> whole);
        starts.put("hometown --help", () -> spent(hometown("--help")));
        starts.put("hometown --help by Java", () -> spent(hometown("--data", ".", "--help")));
        starts.put("hometown stats", () -> spent(hometown("stats")));
        Map<String, double[]> times = starts.keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> new double[rounds], (a, b) -> a, LinkedHashMap::new));
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<String, Start> start : starts.entrySet()) {
                double millis = start.getValue().millis();
                if (round >= 0) {
                    Objects.requireNonNull(times.get(start.getKey()))[round] = millis;
                }
            }
        }
        System.out.printf(
                Locale.ROOT, "%-28s %8s %8s %8s%n", "ms, " + rounds + " times by turns", "median", "least", "most");
        times.forEach((name, all) -> {
            Arrays.sort(all);
            System.out.printf(Locale.ROOT, "%-28s %8.0f %8.0f %8.0f%n", name, all[rounds / 2], all[0], all[rounds - 1]);
        });
    }

    /// Java with JavaFX and hello on its class path.
    private List<String> java(Path hello, String... arguments) throws IOException {
        Path libraries = image.resolve("lib/app/lib");
        String path;
        try (Stream<Path> jars = Files.list(libraries)) {
            path = jars.filter(jar -> jar.getFileName().toString().startsWith("javafx-"))
                    .sorted()
                    .map(Path::toString)
                    .collect(Collectors.joining(":", hello + ":", ""));
        }
        List<String> command =
                new ArrayList<>(List.of(image.resolve("lib/runtime/bin/java").toString(), "-cp", path));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        if (System.getenv("DISPLAY") == null) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        command.addAll(List.of(arguments));
        return command;
    }

    private List<String> hometown(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(image.resolve("bin/hometown-command").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /// After how long a window was there, by the moments that it prints.
    private double shown(List<String> command) throws IOException, InterruptedException {
        long began = System.currentTimeMillis();
        Process process = start(command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        end(process, command);
        List<Long> moments =
                Stream.of(said.strip().split(" ")).map(Long::valueOf).toList();
        live = moments.get(moments.size() / 2) - began;
        whole = moments.getLast() - began;
        return moments.getFirst() - began;
    }

    /// How long a process takes from start to end.
    private double spent(List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = start(command);
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        end(process, command);
        return (System.nanoTime() - began) / 1e6;
    }

    /// With folders of its own, so that nobody's settings are seen or changed.
    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        for (String kind : List.of("DATA", "CONFIG", "CACHE")) {
            builder.environment()
                    .put("XDG_" + kind + "_HOME", folder.resolve(kind).toString());
        }
        // Java says on standard error what it has from here.
        builder.environment().put("JDK_JAVA_OPTIONS", "-Dhometown.start.measured=true");
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void end(Process process, List<String> command) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("does not end: " + command);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("ended with " + process.exitValue() + ": " + command);
        }
    }

    /// An AOT cache is made from jars only.
    private Path helloJar() throws IOException {
        Path jar = folder.resolve("hello.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("HelloWindow", "HelloWindow$Hello", "HelloWindow$Hello$1")) {
                out.putNextEntry(new JarEntry("app/hometown/start/" + name + ".class"));
                try (InputStream in =
                        Objects.requireNonNull(StartBenchmark.class.getResourceAsStream(name + ".class"), name)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
