// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import app.hometown.workbench.explore.Brushable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A figure as data. Immutable; free of JavaFX.
///
/// @param key a short name for files: "roc-curve"
/// @param title what it is about
/// @param finding what one sees in it, a sentence; may be ""
/// @param x the horizontal axis
/// @param y the vertical axis
/// @param marks what is drawn, the first lowest
/// @param footnote how many were counted and how; may be ""
public record Figure(String key, String title, String finding, Axis x, Axis y, List<Mark> marks, String footnote) {
    public Figure {
        marks = List.copyOf(marks);
    }

    /// A figure with nothing in it yet.
    public static Figure of(String key, String title, Axis x, Axis y) {
        return new Figure(key, title, "", x, y, List.of(), "");
    }

    /// The same with a sentence on what one sees.
    public Figure finding(String sentence) {
        return new Figure(key, title, sentence, x, y, marks, footnote);
    }

    /// The same with further marks on top.
    public Figure with(Mark... further) {
        return new Figure(
                key,
                title,
                finding,
                x,
                y,
                Stream.concat(marks.stream(), Stream.of(further)).toList(),
                footnote);
    }

    /// The same with a footnote.
    public Figure footnote(String sentence) {
        return new Figure(key, title, finding, x, y, marks, sentence);
    }

    /// The columns that it is brushed by: those of its axes that have one.
    public List<Brushable> brushes() {
        return Stream.of(x.column(), y.column()).filter(Objects::nonNull).toList();
    }

    /// Marks that the legend names.
    List<Mark> named() {
        List<Mark> named = new ArrayList<>();
        for (Mark mark : marks) {
            boolean besideItself = mark instanceof Mark.Rule;
            if (!mark.name().isEmpty()
                    && !besideItself
                    && named.stream().noneMatch(other -> other.name().equals(mark.name()))) {
                named.add(mark);
            }
        }
        return named;
    }

    /// What a screen reader says of it.
    public String spoken() {
        return Stream.of(title, finding, x.title() + ", " + y.title(), footnote)
                .filter(text -> !text.isBlank() && !text.equals(", "))
                .map(text -> text.endsWith(".") ? text : text + ".")
                .collect(Collectors.joining(" "));
    }
}
