// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.statistics.PairedDifference;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// For what part of the users a ranker is better, equal and worse: one bar, with the numbers and signs below.
final class ShareBar extends VBox {
    private static final List<String> PARTS = List.of("better", "equal", "worse");

    private final Parts bar = new Parts();
    private final List<Label> labels = PARTS.stream().map(ShareBar::label).toList();

    ShareBar() {
        super(4);
        setId("evaluate-shares");
        HBox words = new HBox(16);
        words.setAlignment(Pos.CENTER_LEFT);
        words.getChildren().addAll(labels);
        getChildren().addAll(bar, words);
    }

    private static Label label(String part) {
        Label label = new Label();
        label.getStyleClass().addAll("share-words", part);
        return label;
    }

    void show(PairedDifference result) {
        int[] counts = {result.better(), result.equal(), result.worse()};
        for (int part = 0; part < counts.length; part++) {
            labels.get(part)
                    .setText(Texts.text(
                            "evaluate.share." + PARTS.get(part),
                            Formats.percent((double) counts[part] / result.users()),
                            Formats.count(counts[part])));
        }
        bar.show(counts, result.users());
    }

    /// The bar: its parts as wide as they are large.
    private static final class Parts extends Region {
        private int[] counts = new int[PARTS.size()];
        private double all = 1;

        Parts() {
            setMinHeight(10);
            setPrefHeight(10);
            setMaxHeight(10);
            for (String part : PARTS) {
                Region piece = new Region();
                piece.getStyleClass().addAll("share-part", part);
                getChildren().add(piece);
            }
        }

        void show(int[] now, int users) {
            counts = now;
            all = users;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double from = 0;
            for (int part = 0; part < counts.length; part++) {
                double width = getWidth() * counts[part] / all;
                // Whoever is there is seen, however few.
                double seen = counts[part] == 0 ? 0 : Math.max(2, width);
                getChildren().get(part).resizeRelocate(Math.min(from, getWidth() - seen), 0, seen, getHeight());
                from += width;
            }
        }
    }
}
