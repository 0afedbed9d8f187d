// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.models;

import app.hometown.domain.InputException;
import app.hometown.files.AtomicFile;
import app.hometown.files.Json;
import app.hometown.learning.ModelFile;
import app.hometown.workbench.Folders;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The kept models: all `*.json` files of the models folder. Safe to use from any thread, and by several programs at
/// once: files are written whole or not at all, and nothing is ever written over another model.
///
/// Which one is active is said by a small file, `active.json`, that names it. Without it `hometown_model.json` is,
/// where
/// there is one. So window, command line and the next start agree.
public final class ModelLibrary {
    /// The file that names the active model.
    public static final String ACTIVE = "active.json";

    /// The folder, in the models folder, of what was deleted.
    public static final String DELETED = "deleted";

    private static final String ENDING = ".json";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Map<Path, Read> reads = new ConcurrentHashMap<>();

    /// The content of `active.json`.
    private record ActiveName(String model) {}

    /// A file as it was read; read again only when time or size have changed.
    private record Read(Instant modified, long bytes, Optional<ModelFile> description, String fault) {}

    /// Which model is to be used.
    ///
    /// @param file the file; it need not exist when none was chosen
    /// @param fault why it is not the one that was chosen, a sentence; "" when it is
    public record Choice(Path file, String fault) {}

    /// @param folder the models folder; may not exist yet
    public ModelLibrary(Path folder) {
        this.folder = folder;
    }

    /// The models folder.
    public Path folder() {
        return folder;
    }

    /// The model that was chosen, or the default one when none was or the chosen one is gone. Reads `active.json`
    /// only.
    public Choice active() {
        Path standard = folder.resolve(Folders.DEFAULT_MODEL);
        Path file = folder.resolve(ACTIVE);
        if (!Files.exists(file)) {
            return new Choice(standard, "");
        }
        String name;
        try {
            name = Json.read(file, ActiveName.class).model();
            requireName(name);
        } catch (InputException e) {
            return new Choice(standard, file + " cannot be used (" + e.what() + "); the default model is active.");
        }
        Path chosen = folder.resolve(name);
        return Files.isRegularFile(chosen)
                ? new Choice(chosen, "")
                : new Choice(
                        standard,
                        "The model that was active, " + name + ", is not in " + folder
                                + " any more; the default model is active.");
    }

    /// All model files, the newest first, then those that do not fit. Reads the files that have changed since the last
    /// time.
    ///
    /// @throws InputException when the folder cannot be read
    public List<KeptModel> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Path active = active().file();
        List<KeptModel> models = new ArrayList<>();
        for (Path file : files()) {
            kept(file, active).ifPresent(models::add);
        }
        models.sort(Comparator.comparing((KeptModel model) ->
                        model.description().map(ModelFile::created).orElse(Instant.MIN))
                .reversed()
                .thenComparing(KeptModel::name));
        return List.copyOf(models);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isModelName(file.getFileName().toString()))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            throw new InputException(
                    folder.toString(), "cannot be read (" + e.getMessage() + ")", "Check its permissions.", e);
        }
    }

    private static boolean isModelName(String name) {
        return name.endsWith(ENDING) && !name.startsWith(".") && !name.equals(ACTIVE);
    }

    /// The model, or empty when another program removed it this instant.
    private Optional<KeptModel> kept(Path file, Path active) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Instant modified = attributes.lastModifiedTime().toInstant();
            Read read = reads.get(file);
            if (read == null || !read.modified().equals(modified) || read.bytes() != attributes.size()) {
                read = read(file, modified, attributes.size());
                reads.put(file, read);
            }
            return Optional.of(new KeptModel(
                    file,
                    name(file),
                    read.description(),
                    read.fault(),
                    file.equals(active) && read.description().isPresent(),
                    read.bytes()));
        } catch (IOException _) {
            // Gone between listing and looking.
            reads.remove(file);
            return Optional.empty();
        }
    }

    private static Read read(Path file, Instant modified, long bytes) {
        try {
            return new Read(modified, bytes, Optional.of(ModelFile.read(file)), "");
        } catch (InputException e) {
            return new Read(modified, bytes, Optional.empty(), e.what() + ". " + e.remedy());
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /// A model of the folder by its name, with or without `.json`.
    ///
    /// @throws InputException when there is none; says which there are
    public KeptModel require(String name) {
        Path file = file(name);
        if (!isModelName(file.getFileName().toString()) || !Files.isRegularFile(file)) {
            String known = String.join(
                    ", ", files(folder).stream().map(ModelLibrary::name).toList());
            throw new InputException(
                    folder.toString(),
                    "there is no model \"" + name + "\"",
                    known.isEmpty() ? "Train one." : "Known are: " + known + ".");
        }
        return kept(file, active().file())
                .orElseThrow(() -> new InputException(file.toString(), "it has just been removed", "Choose another."));
    }

    private List<Path> files(Path of) {
        return Files.isDirectory(of) ? files().stream().sorted().toList() : List.of();
    }

    private Path file(String name) {
        String full = name.endsWith(ENDING) ? name : name + ENDING;
        requireName(full);
        return folder.resolve(full);
    }

    private static void requireName(String name) {
        boolean plain = name.chars().noneMatch(c -> c < ' ' || "/\\:*?\"<>|".indexOf(c) >= 0);
        if (!plain || !isModelName(name) || name.length() > 200 || name.equals(ENDING)) {
            throw new InputException(
                    "model name",
                    "\"" + name + "\" cannot be the name of a model",
                    "Use letters, digits, spaces, points, - and _.");
        }
    }

    /// A name for a model that is not taken: algorithm and time (UTC).
    public String freeName(ModelFile model) {
        return name(free(folder, model.algorithm() + "-" + STAMP.format(model.created())));
    }

    /// Saves a model under a name.
    ///
    /// @param name not taken
    /// @throws InputException when the name is taken or cannot be one, or the disk refuses
    public KeptModel add(String name, ModelFile model) {
        Path target = file(name);
        requireFree(target);
        model.write(target);
        return require(name);
    }

    private static void requireFree(Path target) {
        if (Files.exists(target)) {
            throw new InputException(target.toString(), "there is already such a file", "Choose another name.");
        }
    }

    private static Path free(Path folder, String stem) {
        Path file = folder.resolve(stem + ENDING);
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(stem + "-" + number + ENDING);
        }
        return file;
    }

    /// Makes a model of the folder the active one for every program that starts from now on.
    ///
    /// @throws InputException when it is not there or does not fit, or the disk refuses; nothing is changed then
    public KeptModel activate(String name) {
        KeptModel model = require(name);
        model.require();
        choose(model.file());
        return kept(model.file(), model.file()).orElse(model);
    }

    private void choose(Path file) {
        String name = file.getFileName().toString();
        if (name.equals(Folders.DEFAULT_MODEL)) {
            AtomicFile.writeAll(List.of(), List.of(folder.resolve(ACTIVE)));
        } else {
            Json.write(folder.resolve(ACTIVE), new ActiveName(name));
        }
    }

    /// Gives a model another name; the active one stays active.
    ///
    /// @throws InputException when the new name is taken or cannot be one, or the disk refuses
    public KeptModel rename(String name, String newName) {
        KeptModel model = require(name);
        Path target = file(newName);
        if (target.equals(model.file())) {
            return model;
        }
        boolean active = active().file().equals(model.file());
        copyNew(model.file(), target);
        if (active) {
            choose(target);
        }
        AtomicFile.writeAll(List.of(), List.of(model.file()));
        return require(newName);
    }

    /// Copies a model to a file anywhere.
    ///
    /// @param to a file, or a folder in which the name is kept; a file that exists is refused
    /// @return the file written
    /// @throws InputException when it exists or the disk refuses
    public Path export(String name, Path to) {
        KeptModel model = require(name);
        Path target = Files.isDirectory(to) ? to.resolve(model.file().getFileName()) : to;
        copyNew(model.file(), target);
        return target;
    }

    /// Takes a model out of the list. It stays below the folder `deleted`, each in a numbered folder of its own, from
    /// where
    /// [#restore] brings it back. When it was the active one, the default model is active then.
    ///
    /// @throws InputException when it is not there or the disk refuses
    public RemovedModel delete(String name) {
        KeptModel model = require(name);
        boolean active = active().file().equals(model.file());
        int number = deletions().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        Path kept = deletion(number).resolve(model.file().getFileName());
        move(model.file(), kept);
        if (active) {
            AtomicFile.writeAll(List.of(), List.of(folder.resolve(ACTIVE)));
        }
        return new RemovedModel(model.file(), kept, active);
    }

    private Path deletion(int number) {
        return folder.resolve(DELETED).resolve(Integer.toString(number));
    }

    /// The numbers of the folders of what was deleted.
    private List<Integer> deletions() {
        Path deleted = folder.resolve(DELETED);
        if (!Files.isDirectory(deleted)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(deleted)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,8}"))
                    .map(Integer::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new InputException(
                    deleted.toString(), "cannot be read (" + e.getMessage() + ")", "Check its permissions.", e);
        }
    }

    /// Brings a deleted model back, and makes it active again when it was.
    ///
    /// @throws InputException when its name is taken meanwhile, or the disk refuses
    public KeptModel restore(RemovedModel removed) {
        move(removed.kept(), removed.file());
        if (removed.wasActive()) {
            choose(removed.file());
        }
        return require(removed.file().getFileName().toString());
    }

    /// The deleted model of a name, the one deleted last when there are several.
    ///
    /// @throws InputException when there is none
    public RemovedModel deleted(String name) {
        String full = file(name).getFileName().toString();
        return deletions().stream()
                .sorted(Comparator.reverseOrder())
                .map(number -> deletion(number).resolve(full))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(kept -> new RemovedModel(folder.resolve(full), kept, false))
                .orElseThrow(() -> new InputException(
                        folder.resolve(DELETED).toString(),
                        "there is no deleted model \"" + name + "\"",
                        "See the folder for what there is."));
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            Files.move(from, to);
        } catch (IOException e) {
            throw refused(from, to, e);
        }
    }

    private static void copyNew(Path from, Path to) {
        try {
            requireFree(to);
            byte[] bytes = Files.readAllBytes(from);
            AtomicFile.write(to, out -> out.write(bytes));
        } catch (IOException e) {
            throw refused(from, to, e);
        }
    }

    private static InputException refused(Path from, Path to, IOException e) {
        return switch (e) {
            case FileAlreadyExistsException _ ->
                new InputException(to.toString(), "there is already such a file", "Choose another name.", e);
            case NoSuchFileException _ ->
                new InputException(from.toString(), "there is no such file any more", "Look at the list again.", e);
            default -> AtomicFile.refused(to, e);
        };
    }
}
