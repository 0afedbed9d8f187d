// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Axis;
import app.hometown.ui.plot.Brush;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.PlotPane;
import app.hometown.workbench.explore.Brushable;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;

/// Makes what is brushed in a plot and the conditions of the selection the same: a brush sets the conditions on the
/// columns of the figure's axes, and conditions set anywhere else show as a brush.
///
/// Kept alive by its plot; a plot that nobody shows any more goes with it. On the JavaFX thread.
public final class BrushLink implements PlotPane.Selecting {
    private final PlotPane pane;
    private final ExploreModel model;
    private final InvalidationListener follow;

    private BrushLink(PlotPane pane, ExploreModel model) {
        this.pane = pane;
        this.model = model;
        follow = property -> pane.followSelection();
    }

    /// Links a plot to the selection.
    ///
    /// @return the plot
    public static PlotPane link(PlotPane pane, ExploreModel model) {
        BrushLink link = new BrushLink(pane, model);
        pane.setSelecting(link);
        for (Kind kind : Kind.values()) {
            model.filter(kind).addListener(new WeakInvalidationListener(link.follow));
        }
        return pane;
    }

    @Override
    public Filter filter(Brushable column) {
        return model.filter(column.kind()).get();
    }

    @Override
    public void brushed(Figure figure, Brush brush, boolean ended) {
        Map<Kind, Filter> after = new EnumMap<>(Kind.class);
        take(figure.x(), brush, true, after);
        take(figure.y(), brush, false, after);
        String columns = figure.brushes().stream()
                .map(column -> Words.column(column.key()))
                .distinct()
                .collect(Collectors.joining(", "));
        model.change(after, Texts.text("filter.of", columns), "brush " + System.identityHashCode(pane));
        if (ended) {
            model.endGesture();
        }
    }

    private void take(Axis axis, Brush brush, boolean across, Map<Kind, Filter> after) {
        Brushable column = axis.column();
        if (column != null) {
            Filter before = after.getOrDefault(column.kind(), filter(column));
            after.put(column.kind(), (across ? brush.onX(axis) : brush.onY(axis)).apply(before));
        }
    }
}
