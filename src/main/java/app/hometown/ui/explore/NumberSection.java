// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.ui.fx.Texts;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Left;
import app.hometown.workbench.explore.NumberFacet;
import app.hometown.workbench.explore.Range;
import app.hometown.workbench.explore.Scale;
import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;

/// A range of numbers under the histogram of what the other conditions leave.
final class NumberSection implements Section {
    private final ExploreModel model;
    private final Kind kind;
    private final String key;
    private final RangeSlider slider = new RangeSlider(0, 1, 0, 1);
    private final Histogram histogram = new Histogram();
    private final NumberEntry least;
    private final NumberEntry most;
    private final VBox node;
    private Scale scale;
    private boolean following;

    NumberSection(ExploreModel model, Kind kind, NumberFacet facet) {
        this.model = model;
        this.kind = kind;
        key = facet.key();
        scale = facet.scale();
        Label title = new Label(Words.column(key));
        title.getStyleClass().add("strong");
        least = new NumberEntry(key, "least", Pos.CENTER_LEFT, number -> typed(number, true));
        most = new NumberEntry(key, "most", Pos.CENTER_RIGHT, number -> typed(number, false));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        slider.setId("range-" + key);
        slider.setBlockIncrement(1.0 / Scale.BARS);
        slider.setAccessibleText(Texts.text("filter.range", title.getText()));
        slider.lowValueProperty().addListener(property -> chosen());
        slider.highValueProperty().addListener(property -> chosen());
        slider.lowValueChangingProperty().addListener((property, before, now) -> released(now));
        slider.highValueChangingProperty().addListener((property, before, now) -> released(now));
        Label unit = new Label(Words.unit(key));
        unit.getStyleClass().addAll("quiet", "small");
        HBox head = new HBox(4, title, unit);
        head.setAlignment(Pos.BASELINE_LEFT);
        node = new VBox(0, head, histogram, slider, new HBox(8, least, gap, most));
        node.getStyleClass().add("facet");
        node.managedProperty().bind(node.visibleProperty());
        node.setFillWidth(true);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Left left) {
        following = true;
        left.facets().columns().stream()
                .filter(column -> column.key().equals(key))
                .map(NumberFacet.class::cast)
                .forEach(facet -> scale = facet.scale());
        Range now = left.filter().range(key);
        int[] counts = left.counts(key);
        node.setVisible(!now.equals(Range.ALL) || Arrays.stream(counts).anyMatch(count -> count > 0));
        histogram.show(counts);
        if (!slider.isLowValueChanging() && !slider.isHighValueChanging()) {
            show(model.filter(kind).get().range(key));
        }
        following = false;
    }

    private void show(Range now) {
        double low = Double.isInfinite(now.least()) ? 0 : scale.place(now.least());
        double high = Double.isInfinite(now.most()) ? 1 : scale.place(now.most());
        // The slider keeps low below high at every instant.
        if (low > slider.getHighValue()) {
            slider.setHighValue(high);
            slider.setLowValue(low);
        } else {
            slider.setLowValue(low);
            slider.setHighValue(high);
        }
        label(now);
    }

    private void label(Range now) {
        histogram.choose(slider.getLowValue(), slider.getHighValue());
        least.show(Math.max(now.least(), scale.least()));
        most.show(Math.min(now.most(), scale.most()));
    }

    /// A number was typed at an end, NaN to leave that end open. The other end gives way if need be.
    private void typed(double number, boolean low) {
        Range now = model.filter(kind).get().range(key);
        double open = low ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        double end = Double.isNaN(number) ? open : number;
        double from = low ? end : Math.min(now.least(), end);
        double to = low ? Math.max(now.most(), end) : end;
        change(new Range(from, to));
        model.endGesture();
        show(model.filter(kind).get().range(key));
    }

    private void chosen() {
        if (following) {
            return;
        }
        double low = slider.getLowValue();
        double high = slider.getHighValue();
        double from = low <= 0 ? Double.NEGATIVE_INFINITY : scale.number(low);
        double to = high >= 1 ? Double.POSITIVE_INFINITY : scale.number(high);
        Range chosen = new Range(from, Math.max(from, to));
        label(chosen);
        change(chosen);
    }

    private void change(Range chosen) {
        model.change(
                kind,
                model.filter(kind).get().withRange(key, chosen),
                Texts.text("filter.of", Words.column(key)),
                kind + key);
    }

    private void released(boolean changing) {
        if (!changing) {
            model.endGesture();
        }
    }
}
