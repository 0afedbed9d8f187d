// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void createsFoldersAndReplacesAFile() throws IOException {
        Path file = folder.resolve("a/b/file.txt");
        AtomicFile.write(file, out -> out.write("old".getBytes(StandardCharsets.UTF_8)));
        AtomicFile.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        assertThat(file).hasContent("new");
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aCancelHalfWayLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("file.txt");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileInTheWayOfAFolderIsNamed() throws IOException {
        Path obstacle = Files.writeString(folder.resolve("obstacle"), "");
        Path file = obstacle.resolve("file.txt");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> out.write(1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("is a file, not a folder");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("x"), "read-only"),
                Arguments.of(new FileSystemException("x", null, "Read-only file system"), "read-only"),
                Arguments.of(new IOException("No space left on device"), "the disk is full"),
                Arguments.of(new FileSystemException("x", null, "No space left on device"), "the disk is full"),
                Arguments.of(new IOException("Input/output error"), "Input/output error"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhyTheDiskRefuses(Exception cause, String words) {
        assertThat(AtomicFile.refused(Path.of("out.json"), cause))
                .hasMessageStartingWith("out.json: cannot be written")
                .hasMessageContaining(words)
                .hasCause(cause);
    }
}
