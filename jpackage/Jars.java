// SPDX-License-Identifier: GPL-3.0-or-later

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Brings jars into the form in which they are given away.
///
/// @param system for which
/// @param time of all entries
/// @param natives where native libraries go on Linux
record Jars(Package.System system, FileTime time, Path natives) {
    private static final String NATIVE = ".*\\.(so|dylib|jnilib|dll)";

    /// Copies a jar with its entries as they are: uncompressed they are read sooner, and the package compresses them
    /// better, all together. Native libraries of other systems are left out; on Linux those of this one go to a folder.
    void repack(Path jar, Path to) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to), 1 << 16))) {
            out.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry : (Iterable<ZipEntry>) from.stream().map(each -> (ZipEntry) each)::iterator) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                String name = entry.getName();
                if (name.matches(NATIVE)) {
                    if (!ours(name)) {
                        continue;
                    }
                    if (system == Package.System.LINUX) {
                        Files.write(natives.resolve(name.substring(name.lastIndexOf('/') + 1)), bytes);
                        continue;
                    }
                }
                if (name.endsWith(".class")) {
                    bytes = current(bytes, from);
                }
                CRC32 sum = new CRC32();
                sum.update(bytes);
                ZipEntry stored = new ZipEntry(name);
                stored.setTimeLocal(LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC));
                stored.setSize(bytes.length);
                stored.setCompressedSize(bytes.length);
                stored.setCrc(sum.getValue());
                out.putNextEntry(stored);
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    /// An AOT cache holds no classes of before Java 6 (picocli has such): they get the tables by which later ones are
    /// verified.
    private static byte[] current(byte[] bytes, ZipFile jar) {
        int version = (bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF;
        if (version >= ClassFile.JAVA_6_VERSION) {
            return bytes;
        }
        ClassFile format = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(type -> in(jar, type))
                        .orElse(ClassHierarchyResolver.defaultResolver())));
        return format.transformClass(
                format.parse(bytes),
                ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0))
                        .andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
    }

    private static InputStream in(ZipFile jar, ClassDesc type) {
        String name = type.descriptorString();
        ZipEntry entry = jar.getEntry(name.substring(1, name.length() - 1) + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a native library in a jar is of this system: jars of JavaFX have those of one, without a folder, others
    /// have `…/system/processor/name`.
    private boolean ours(String name) {
        List<String> path = List.of(name.toLowerCase(Locale.ROOT).split("/"));
        if (path.size() < 3) {
            return true;
        }
        Set<String> systems = switch (system) {
            case LINUX -> Set.of("linux");
            case MACOS -> Set.of("mac", "darwin");
            case WINDOWS -> Set.of("windows", "win");
        };
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        Set<String> processors = arm ? Set.of("aarch64", "arm64") : Set.of("x86_64", "amd64");
        return systems.contains(path.get(path.size() - 3)) && processors.contains(path.get(path.size() - 2));
    }
}
