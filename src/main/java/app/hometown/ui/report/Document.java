// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.report;

import app.hometown.ui.plot.Figure;
import java.util.List;

/// What a document says. Immutable; free of JavaFX.
///
/// @param title what it is about
/// @param lead what one is to read if nothing else, large; none where it is empty
/// @param facts what one must know of it: where from, when, how much
/// @param sections in order
public record Document(String title, List<String> lead, List<Fact> facts, List<Section> sections) {
    public Document {
        lead = List.copyOf(lead);
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /// One without a lead.
    public Document(String title, List<Fact> facts, List<Section> sections) {
        this(title, List.of(), facts, sections);
    }

    /// Something to know of the document.
    ///
    /// @param name what
    /// @param lines one or more
    public record Fact(String name, List<String> lines) {
        public Fact {
            lines = List.copyOf(lines);
        }

        /// In one line.
        public static Fact of(String name, String line) {
            return new Fact(name, List.of(line));
        }
    }

    /// What belongs together.
    ///
    /// @param title of it
    /// @param parts in order
    public record Section(String title, List<Part> parts) {
        public Section {
            parts = List.copyOf(parts);
        }
    }

    /// A part of a section, never split between pages but for tables.
    public sealed interface Part {}

    /// A figure.
    ///
    /// @param wide whether it wants the width of two
    public record Picture(Figure figure, boolean wide) implements Part {}

    /// A table.
    ///
    /// @param title what of
    /// @param header names of the columns
    /// @param rows cells, as many in each as in the header
    public record Table(String title, List<String> header, List<List<String>> rows) implements Part {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// Some words.
    ///
    /// @param title what about
    /// @param lines a paragraph each
    public record Note(String title, List<String> lines) implements Part {
        public Note {
            lines = List.copyOf(lines);
        }
    }

    /// Something that there is no figure of.
    ///
    /// @param title what it would be
    /// @param why there is none
    public record Missing(String title, String why) implements Part {}
}
