// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.data;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.table.RowColumn;
import app.hometown.ui.table.RowOrder;
import app.hometown.ui.table.RowTable;
import app.hometown.workbench.OpenData;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/// The open data as tables, and what the load found. A user chosen in the table is the user whose lists are shown.
public final class DataPane extends StackPane {
    private final RowTable users;
    private final RowTable streams;
    private final LoadReportPane report = new LoadReportPane();
    private final Tab reportTab = new Tab(Texts.text("data.report"), report);
    private final TabPane tabs;
    private final ReadOnlyIntegerProperty userRow;

    /// @param pick takes the user that is chosen
    /// @param select takes the stream that is chosen
    /// @param userRow the user who is picked, or a negative number
    /// @param background filters and sorts
    /// @param failed takes what goes wrong there
    public DataPane(
            IntConsumer pick,
            IntConsumer select,
            ReadOnlyIntegerProperty userRow,
            Executor background,
            Consumer<RuntimeException> failed) {
        this.userRow = userRow;
        getStyleClass().add("data-pane");
        users = new RowTable("users", new Latest(background, FxThread.EXECUTOR, failed), pick);
        streams = new RowTable("streams", new Latest(background, FxThread.EXECUTOR, failed), select);
        tabs = new TabPane(tab("data.users", users), tab("data.streams", streams), reportTab);
        reportTab.setClosable(false);
        getChildren().add(tabs);
        userRow.addListener((property, before, now) -> users.select(now.intValue()));
    }

    private static Tab tab(String key, Node content) {
        Tab tab = new Tab(Texts.text(key), content);
        tab.setClosable(false);
        return tab;
    }

    /// Shows other data.
    public void show(OpenData open) {
        Catalog catalog = open.catalog();
        users.show(catalog.users().size(), userColumns(catalog));
        streams.show(catalog.streams().size(), streamColumns(catalog));
        users.select(userRow.get());
        report.show(open);
    }

    /// Shows streams that have changed, in the order that they stand in: nothing jumps while one reads.
    public void update(OpenData open) {
        streams.update(streamColumns(open.catalog()));
    }

    /// Turns to the load report.
    public void showReport() {
        tabs.getSelectionModel().select(reportTab);
    }

    private static List<RowColumn> userColumns(Catalog catalog) {
        Users users = catalog.users();
        return List.of(
                RowColumn.text("column.user", 130, users.ids()::get, users.ids()::compare),
                RowColumn.text(
                        "column.city",
                        130,
                        row -> catalog.cities().name(users.city(row)),
                        RowOrder.byName(users::city, catalog.cities().names())),
                RowColumn.text(
                        "column.language",
                        90,
                        row -> catalog.languages().name(users.language(row)),
                        RowOrder.byName(users::language, catalog.languages().names())),
                RowColumn.text(
                        "column.likes",
                        260,
                        row -> IntStream.range(0, users.categoryCount(row))
                                .mapToObj(n -> catalog.categoryName(
                                        catalog.categories().name(users.category(row, n))))
                                .collect(Collectors.joining(", ")),
                        RowOrder.by(users::categoryCount)),
                RowColumn.figures(
                        "column.preference",
                        130,
                        row -> Formats.decimals(users.localPreferenceStrength(row), 2),
                        RowOrder.by(users::localPreferenceStrength)),
                RowColumn.figures(
                        "column.hours",
                        110,
                        row -> Formats.decimals(users.totalWatchHours(row), 1),
                        RowOrder.by(users::totalWatchHours)),
                RowColumn.figures(
                        "column.latitude",
                        100,
                        row -> Formats.decimals(users.latitude(row), 4),
                        RowOrder.by(users::latitude)),
                RowColumn.figures(
                        "column.longitude",
                        100,
                        row -> Formats.decimals(users.longitude(row), 4),
                        RowOrder.by(users::longitude)));
    }

    private static List<RowColumn> streamColumns(Catalog catalog) {
        Streams streams = catalog.streams();
        return List.of(
                RowColumn.text("column.stream", 130, streams.ids()::get, streams.ids()::compare),
                RowColumn.text(
                        "column.city",
                        130,
                        row -> catalog.cities().name(streams.city(row)),
                        RowOrder.byName(streams::city, catalog.cities().names())),
                RowColumn.text(
                        "column.language",
                        90,
                        row -> catalog.languages().name(streams.language(row)),
                        RowOrder.byName(streams::language, catalog.languages().names())),
                RowColumn.text(
                        "column.category",
                        120,
                        row -> catalog.categoryName(catalog.categories().name(streams.category(row))),
                        RowOrder.byName(
                                streams::category,
                                catalog.categories().names().stream()
                                        .map(catalog::categoryName)
                                        .toList())),
                new RowColumn(
                        "column.live",
                        row -> Texts.text(streams.live(row) ? "column.live.yes" : "column.live.no"),
                        RowOrder.by(row -> streams.live(row) ? 0 : 1),
                        false,
                        false,
                        70),
                RowColumn.figures(
                        "column.quality",
                        90,
                        row -> Formats.decimals(streams.qualityScore(row), 2),
                        RowOrder.by(streams::qualityScore)),
                RowColumn.figures(
                        "column.viewers",
                        110,
                        row -> Formats.count(streams.avgViewerCount(row)),
                        RowOrder.by(streams::avgViewerCount)),
                RowColumn.figures(
                        "column.now",
                        110,
                        row -> streams.viewersNow(row) < 0 ? "" : Formats.count(streams.viewersNow(row)),
                        RowOrder.by(streams::viewersNow)),
                RowColumn.figures(
                        "column.followers",
                        110,
                        row -> Formats.count(streams.creatorFollowers(row)),
                        RowOrder.by(streams::creatorFollowers)),
                flag("column.partnered", streams::partnered),
                flag("column.mature", streams::matureContent));
    }

    private static RowColumn flag(String key, java.util.function.IntPredicate value) {
        return new RowColumn(
                key,
                row -> value.test(row) ? Texts.text("column.yes") : "",
                RowOrder.by(row -> value.test(row) ? 0 : 1),
                false,
                false,
                90);
    }
}
