// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.domain.Catalog;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Tips;
import app.hometown.workbench.explore.Chosen;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Left;
import app.hometown.workbench.explore.Range;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/// What is selected, in a row: how much of each kind is left, and each condition as a chip that frees its column.
public final class SelectionBar extends FlowPane {
    /// Words that a chip names; more are counted.
    private static final int MOST_WORDS = 3;

    private final ExploreModel model;
    private final Button clear = new Button(Texts.text("selection.clear"));
    private final Label left = new Label();

    /// @param model the selection
    public SelectionBar(ExploreModel model) {
        super(6, 6);
        this.model = model;
        setId("selection-bar");
        getStyleClass().add("selection-bar");
        setAlignment(Pos.CENTER_LEFT);
        left.setId("selection-left");
        left.getStyleClass().add("strong");
        clear.setId("selection-clear");
        clear.getStyleClass().addAll("flat", "small");
        Tips.set(clear, Texts.text("selection.clear.tip"));
        clear.setOnAction(event -> clear());
        model.chosen().addListener(property -> show());
        show();
    }

    /// Frees everything of all conditions, but for what it is filtered by at first.
    public void clear() {
        Map<Kind, Filter> first = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            first.put(kind, Filter.first(kind));
        }
        model.change(first, Texts.text("filter.resetDone"), "");
    }

    private void show() {
        Chosen chosen = model.chosen().get();
        setVisible(chosen != null);
        setManaged(chosen != null);
        if (chosen == null) {
            return;
        }
        List<Node> parts = new ArrayList<>(List.of(left));
        left.setText(java.util.Arrays.stream(Kind.values())
                .map(chosen::left)
                .flatMap(Optional::stream)
                .map(SelectionBar::count)
                .collect(Collectors.joining("  ·  ")));
        Catalog catalog = chosen.users().facets().catalog();
        boolean first = true;
        for (Kind kind : Kind.values()) {
            parts.addAll(chips(kind, catalog));
            first &= model.filter(kind).get().equals(Filter.first(kind));
        }
        // It keeps its place, so that nothing below moves when the first condition is set.
        clear.setVisible(!first);
        parts.add(clear);
        getChildren().setAll(parts);
    }

    private static String count(Left of) {
        String key = of.kind().name().toLowerCase(Locale.ROOT);
        return of.count() == of.size()
                ? Texts.counted("count." + key, of.size())
                : Texts.text("selection.some", Formats.count(of.count()), Texts.counted("count." + key, of.size()));
    }

    private List<Node> chips(Kind kind, Catalog catalog) {
        Filter filter = model.filter(kind).get();
        List<Node> chips = new ArrayList<>();
        // In an order that does not change under the pointer.
        new TreeMap<>(filter.ranges())
                .forEach((key, range) -> chips.add(chip(
                        kind,
                        key,
                        Texts.text("selection.range", Words.column(key), words(key, range)),
                        filter.withRange(key, Range.ALL))));
        new TreeMap<>(filter.words())
                .forEach((key, words) -> chips.add(chip(
                        kind,
                        key,
                        Texts.text("selection.range", Words.column(key), words(key, words, catalog)),
                        filter.withWords(key, null))));
        if (!filter.text().isBlank()) {
            chips.add(chip(
                    kind, "text", Texts.text("selection.text", filter.text().strip()), filter.withText("")));
        }
        if (filter.within() != null) {
            chips.add(chip(
                    kind,
                    "within",
                    Texts.text("selection.within", filter.within().name()),
                    filter.within(null)));
        }
        return chips;
    }

    private Node chip(Kind kind, String key, String text, Filter without) {
        String whole = Texts.text("selection.of." + kind.name().toLowerCase(Locale.ROOT), text);
        Button chip = new Button(whole, Icons.of(Feather.X, 11));
        chip.setId("chip-" + kind.name().toLowerCase(Locale.ROOT) + "-" + key);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().addAll("chip", "selection-chip");
        chip.setMnemonicParsing(false);
        chip.setMaxWidth(360);
        chip.setAccessibleText(Texts.text("selection.free", whole));
        Tips.set(chip, Texts.text("selection.free", whole));
        chip.setOnAction(event -> model.change(kind, without, Texts.text("filter.of", text), ""));
        return chip;
    }

    private static String words(String key, Range range) {
        String unit = Words.unit(key).isEmpty() ? "" : "\u202f" + Words.unit(key);
        if (Double.isInfinite(range.least())) {
            return Texts.text("selection.most", number(range.most()) + unit);
        }
        if (Double.isInfinite(range.most())) {
            return Texts.text("selection.least", number(range.least()) + unit);
        }
        return Texts.text("plot.range", number(range.least()), number(range.most())) + unit;
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return Formats.number(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
    }

    private static String words(String key, Set<String> words, Catalog catalog) {
        if (words.isEmpty()) {
            return Texts.text("selection.nothing");
        }
        List<String> named = words.stream()
                .map(word -> Words.word(key, word, catalog))
                .sorted()
                .toList();
        String first = String.join(", ", named.subList(0, Math.min(MOST_WORDS, named.size())));
        return named.size() <= MOST_WORDS
                ? first
                : Texts.text("selection.more", first, Formats.count(named.size() - MOST_WORDS));
    }
}
