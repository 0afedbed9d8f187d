// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.serving;

import app.hometown.server.Traffic;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Tiles;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.plot.PlotPane;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What comes and goes: the numbers of the last seconds, rate and latency as lines, the last requests. Shows what it is
/// given; asks for nothing itself.
final class TrafficPane extends VBox {
    private static final int SECONDS = 120;
    private static final int LATELY = 10;

    /// Clients are named from this width on: below it what they asked for needs the room.
    private static final double ROOMY = 760;

    private final PlotPane rate;
    private final PlotPane latency;
    private final Label statuses = new Label();
    private final TableView<Traffic.Request> table = new TableView<>();
    private long shown = -1;

    TrafficPane(FigureTaking taking) {
        super(12);
        rate = new PlotPane(taking);
        rate.setId("serve-rate-figure");
        latency = new PlotPane(taking);
        latency.setId("serve-latency-figure");
        HBox figures = new HBox(8, rate, latency);
        for (PlotPane figure : List.of(rate, latency)) {
            figure.setPrefSize(420, 230);
            figure.setMinHeight(150);
            HBox.setHgrow(figure, Priority.ALWAYS);
        }
        // The words in the figures stand in line with those on the page.
        VBox.setMargin(figures, new Insets(0, -12, 0, -12));
        figures.setMinHeight(150);
        figures.setPrefHeight(230);
        figures.setMaxHeight(260);
        Label heading = new Label(Texts.text("serve.latest"));
        heading.getStyleClass().add("strong");
        statuses.setId("serve-statuses");
        statuses.getStyleClass().add("quiet");
        table.setId("serve-requests");
        table.setFixedCellSize(28);
        table.setPrefHeight(220);
        table.setMinHeight(100);
        table.setAccessibleText(Texts.text("serve.latest"));
        Label none = new Label(Texts.text("serve.latest.none"));
        none.getStyleClass().add("quiet");
        table.setPlaceholder(none);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(Locale.getDefault(Locale.Category.FORMAT))
                .withZone(ZoneId.systemDefault());
        TableColumn<Traffic.Request, String> client =
                column("serve.column.client", 90, 150, false, Traffic.Request::client);
        client.visibleProperty().bind(table.widthProperty().greaterThan(ROOMY));
        table.getColumns()
                .setAll(List.of(
                        column("serve.column.time", 84, 110, false, request -> time.format(request.at())),
                        column(
                                "serve.column.route",
                                216,
                                330,
                                false,
                                request -> request.method() + " " + request.path()),
                        column("serve.column.user", 96, 130, false, Traffic.Request::user),
                        column("serve.column.status", 56, 80, true, request -> Integer.toString(request.status())),
                        column("serve.column.ms", 64, 90, true, request -> Formats.decimals(request.micros() / 1e3, 2)),
                        column("serve.column.bytes", 64, 90, true, request -> Formats.count(request.bytes())),
                        client));
        table.getColumns().forEach(column -> column.setSortable(false));
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox requests = new VBox(6, new HBox(12, heading, statuses), table);
        requests.getStyleClass().add("serve-requests");
        VBox.setVgrow(requests, Priority.ALWAYS);
        getChildren().addAll(new Tiles(), figures, requests);
    }

    private static TableColumn<Traffic.Request, String> column(
            String key, double least, double width, boolean figures, Function<Traffic.Request, String> text) {
        TableColumn<Traffic.Request, String> column = new TableColumn<>(Texts.text(key));
        column.setMinWidth(least);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        if (figures) {
            column.getStyleClass().add("figures");
        }
        return column;
    }

    /// Shows how things stand now.
    void show(Traffic traffic) {
        List<Traffic.Span> seconds = traffic.seconds(SECONDS);
        rate.show(TrafficFigures.rate(seconds));
        latency.show(TrafficFigures.latency(seconds));
        Traffic.Span lately = traffic.last(LATELY);
        long total = traffic.total();
        Tiles made = new Tiles()
                .add(
                        "serve.tile.rate",
                        Formats.number(lately.rate(), lately.rate() < 100 ? 1 : 0),
                        Texts.text("serve.tile.rate.note"))
                .add("serve.tile.p50", millis(lately, lately.p50Millis()), Texts.text("serve.tile.p50.note"))
                .add("serve.tile.p99", millis(lately, lately.p99Millis()), Texts.text("serve.tile.p99.note"))
                .add(
                        "serve.tile.total",
                        Formats.count(total),
                        Texts.text("serve.tile.total.note", Formats.count(traffic.running())));
        getChildren().set(0, made);
        if (total != shown) {
            shown = total;
            statuses.setText(statuses(traffic.byStatus()));
            table.getItems().setAll(traffic.latest());
        }
    }

    private static String millis(Traffic.Span span, double value) {
        return span.requests() == 0 ? "–" : Formats.decimals(value, value < 10 ? 2 : 0) + "\u202fms";
    }

    private static String statuses(Map<Integer, Long> counts) {
        return counts.entrySet().stream()
                .map(entry ->
                        Texts.text("serve.status", Integer.toString(entry.getKey()), Formats.count(entry.getValue())))
                .collect(Collectors.joining(" · "));
    }
}
