// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.mapping;

import app.hometown.data.FileReport;
import app.hometown.data.mapping.CsvSource;
import app.hometown.data.mapping.Dialect;
import app.hometown.data.mapping.FileKind;
import app.hometown.data.mapping.Guess;
import app.hometown.data.mapping.KeptMappings;
import app.hometown.data.mapping.MappedFile;
import app.hometown.data.mapping.Mapping;
import app.hometown.data.mapping.Preview;
import app.hometown.data.mapping.Source;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.ui.fx.Latest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// Files that are about to be opened: what each is taken for, and what comes of its first rows. Every change is checked
/// on the first rows anew, on another thread; the newest check counts.
///
/// Needs no toolkit. Used from one thread, the window's.
public final class MappingModel {
    /// Rows that are looked at while the person maps.
    public static final int CHECKED = 20_000;

    private final boolean hasOpen;
    private final Latest checking;
    private final AtomicLong newest = new AtomicLong();
    private final List<Entry> entries = new ArrayList<>();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    /// A file and what it is taken for.
    ///
    /// @param preview what it looks like
    /// @param kind what its rows are; null leaves it out
    /// @param mappings by kind, the columns as guessed, remembered or corrected
    /// @param known whether the columns are remembered ones
    /// @param name what the columns are remembered as when the file is opened; "" forgets them
    /// @param check what comes of its first rows; null while that is being found out
    public record Entry(
            Preview preview,
            @Nullable FileKind kind,
            Map<FileKind, Mapping> mappings,
            boolean known,
            String name,
            @Nullable Check check) {
        public Entry {
            mappings = Map.copyOf(mappings);
        }

        /// The columns as what it is taken for, or empty when it is left out.
        public Optional<Mapping> mapping() {
            return Optional.ofNullable(kind).map(mappings::get);
        }

        private Entry as(@Nullable FileKind other) {
            return new Entry(preview, other, mappings, known, name, null);
        }

        private Entry with(@Nullable Check other) {
            return new Entry(preview, kind, mappings, known, name, other);
        }
    }

    /// What comes of the first rows.
    ///
    /// @param report what was found; null when the rows cannot be read so
    /// @param problem why; null when they can
    public record Check(
            @Nullable FileReport report, @Nullable InputException problem) {
        /// Whether there is a good row.
        public boolean good() {
            return report != null && report.rowsKept() > 0;
        }
    }

    /// @param hasOpen whether users or streams can come from data that is open
    /// @param checking reads the first rows
    public MappingModel(boolean hasOpen, Latest checking) {
        this.hasOpen = hasOpen;
        this.checking = checking;
    }

    /// Looks at files. Not for the JavaFX thread.
    ///
    /// @param kept mappings of before
    /// @return what they are taken for, a kind at most once
    /// @throws InputException when one of them is neither Parquet nor CSV or is damaged
    public static List<Entry> look(List<Path> files, KeptMappings kept) {
        List<Entry> found = new ArrayList<>();
        Set<FileKind> taken = EnumSet.noneOf(FileKind.class);
        for (Path file : files) {
            Entry entry = look(file, kept);
            FileKind kind = entry.kind();
            boolean free = kind == null || taken.add(kind);
            found.add(free ? entry : entry.as(null));
        }
        return found;
    }

    private static Entry look(Path file, KeptMappings kept) {
        Source source = Source.open(file);
        Optional<KeptMappings.Kept> before = kept.fitting(source);
        Dialect dialect = before.map(KeptMappings.Kept::dialect).orElse(null);
        if (dialect != null && source instanceof CsvSource csv && !csv.written().equals(dialect)) {
            source = csv.with(dialect);
        }
        Preview preview = Preview.of(source);
        Map<FileKind, Mapping> mappings = guesses(preview);
        if (before.isPresent()) {
            Mapping known = before.get().mapping();
            mappings.put(known.kind(), known);
            return new Entry(preview, known.kind(), mappings, true, before.get().name(), null);
        }
        return new Entry(preview, Guess.kind(preview), mappings, false, stem(file), null);
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int end = name.indexOf('.', 1);
        return end < 0 ? name : name.substring(0, end);
    }

    private static Map<FileKind, Mapping> guesses(Preview preview) {
        Map<FileKind, Mapping> mappings = new HashMap<>();
        for (FileKind kind : FileKind.values()) {
            mappings.put(kind, Guess.mapping(preview, kind));
        }
        return mappings;
    }

    /// Adds files that were looked at; of a kind that is there already they are left out for now.
    public void add(List<Entry> files) {
        for (Entry entry : files) {
            boolean taken = entry.kind() != null && entries.stream().anyMatch(each -> each.kind() == entry.kind());
            entries.add(taken ? entry.as(null) : entry);
        }
        changed();
    }

    /// The files in the order in which they came.
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// Changes whenever anything here does.
    public ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    /// Takes a file for another kind, or leaves it out; a file that was of the kind before is left out.
    public void take(int file, @Nullable FileKind kind) {
        for (int at = 0; at < entries.size(); at++) {
            Entry entry = entries.get(at);
            if (at == file) {
                entries.set(at, entry.as(kind));
            } else if (kind != null && entry.kind() == kind) {
                entries.set(at, entry.as(null));
            }
        }
        changed();
    }

    /// Corrects the columns of a file.
    public void map(int file, UnaryOperator<Mapping> change) {
        Entry entry = entries.get(file);
        entry.mapping().ifPresent(before -> {
            Map<FileKind, Mapping> mappings = new HashMap<>(entry.mappings());
            mappings.put(before.kind(), change.apply(before));
            entries.set(file, new Entry(entry.preview(), entry.kind(), mappings, entry.known(), entry.name(), null));
            changed();
        });
    }

    /// Takes CSV to be written otherwise; the columns are guessed anew.
    ///
    /// @param reading reads the file
    public void write(int file, Dialect dialect, Latest reading, Consumer<RuntimeException> failed) {
        if (!(entries.get(file).preview().source() instanceof CsvSource csv)) {
            return;
        }
        reading.request(
                () -> {
                    try {
                        return Optional.of(Preview.of(csv.with(dialect)));
                    } catch (InputException e) {
                        failed.accept(e);
                        return Optional.<Preview>empty();
                    }
                },
                answer -> answer.ifPresent(preview -> {
                    Entry entry = entries.get(file);
                    entries.set(file, new Entry(preview, entry.kind(), guesses(preview), false, entry.name(), null));
                    changed();
                }));
    }

    /// What must still be said before the files can be opened; empty when they can.
    public Optional<Obstacle> obstacle() {
        for (Entry entry : entries) {
            Optional<Mapping> mapping = entry.mapping();
            String name = String.valueOf(entry.preview().source().path().getFileName());
            if (mapping.isPresent() && !mapping.get().missing().isEmpty()) {
                return Optional.of(new Obstacle(Why.MISSING_COLUMN, name, missing(mapping.get())));
            }
            Check check = entry.check();
            if (mapping.isPresent() && check != null && !check.good()) {
                return Optional.of(new Obstacle(Why.NO_GOOD_ROW, name, List.of()));
            }
        }
        Why why = files().isEmpty()
                ? Why.NO_FILE
                : !hasOpen && !has(FileKind.USERS)
                        ? Why.NO_USERS
                        : !hasOpen && !has(FileKind.STREAMS) ? Why.NO_STREAMS : null;
        return Optional.ofNullable(why).map(what -> new Obstacle(what, "", List.of()));
    }

    private static List<String> missing(Mapping mapping) {
        return mapping.missing().stream().map(target -> target.column()).toList();
    }

    /// Why files cannot be opened yet.
    ///
    /// @param why the reason
    /// @param file the file concerned, or ""
    /// @param columns the columns concerned
    public record Obstacle(Why why, String file, List<String> columns) {
        public Obstacle {
            columns = List.copyOf(columns);
        }
    }

    /// Reasons why files cannot be opened yet.
    public enum Why {
        MISSING_COLUMN,
        NO_GOOD_ROW,
        NO_FILE,
        NO_USERS,
        NO_STREAMS
    }

    /// Whether a file is taken for a kind.
    public boolean has(FileKind kind) {
        return entries.stream().anyMatch(entry -> entry.kind() == kind);
    }

    /// The files as they are to be opened.
    public List<MappedFile> files() {
        return entries.stream()
                .flatMap(entry ->
                        entry
                                .mapping()
                                .map(mapping -> new MappedFile(entry.preview().source(), mapping))
                                .stream())
                .toList();
    }

    /// Says what the columns of a file are remembered as; "" for not at all.
    public void name(int file, String name) {
        Entry entry = entries.get(file);
        entries.set(
                file, new Entry(entry.preview(), entry.kind(), entry.mappings(), entry.known(), name, entry.check()));
    }

    /// What is to be remembered once the files are opened.
    public List<KeptMappings.Kept> remembered() {
        return entries.stream()
                .filter(entry -> !entry.name().isBlank())
                .flatMap(entry -> entry
                        .mapping()
                        .map(mapping -> new KeptMappings.Kept(
                                entry.name().strip(),
                                entry.preview().source().header(),
                                entry.preview().source().dialect().orElse(null),
                                mapping))
                        .stream())
                .toList();
    }

    private void changed() {
        version.set(version.get() + 1);
        long ticket = newest.incrementAndGet();
        List<Entry> now = List.copyOf(entries);
        checking.request(() -> now.stream().map(entry -> checked(entry, ticket)).toList(), checked -> {
            for (int file = 0; file < checked.size(); file++) {
                entries.set(file, entries.get(file).with(checked.get(file).check()));
            }
            version.set(version.get() + 1);
        });
    }

    private Entry checked(Entry entry, long ticket) {
        Optional<Mapping> mapping = entry.mapping();
        if (mapping.isEmpty()
                || entry.check() != null
                || !mapping.get().missing().isEmpty()) {
            return entry;
        }
        try {
            return entry.with(new Check(
                    new MappedFile(entry.preview().source(), mapping.get()).check(CHECKED, stopWhenOlder(ticket)),
                    null));
        } catch (InputException e) {
            return entry.with(new Check(null, e));
        }
    }

    private Progress stopWhenOlder(long ticket) {
        return new Progress() {
            @Override
            public void phase(String name, long total) {
                done(0);
            }

            @Override
            public void done(long count) {
                if (newest.get() != ticket) {
                    throw new CancellationException("there is a newer mapping");
                }
            }
        };
    }
}
