// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.domain.Catalog;
import app.hometown.domain.User;
import app.hometown.ui.fx.Latest;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.compare.UserVariation;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Whom we look at and what each ranker of the lineup shows them: the state behind the map, the lists and the
/// explanation.
///
/// While somebody judges blindly there are no lists here, so that nothing in the window can give a ranker away.
///
/// Needs no toolkit. Used from one thread, the window's; the ranking itself runs elsewhere, newest request first.
public final class CompareModel {
    /// No stream.
    public static final int NONE = -1;

    private final Latest latest;
    private final ObjectProperty<Session> session;
    private final ReadOnlyIntegerWrapper userRow = new ReadOnlyIntegerWrapper(NONE);
    private final IntegerProperty k;
    private final ObjectProperty<OptionalDouble> radiusKm;
    private final ObjectProperty<Lineup> lineup = new SimpleObjectProperty<>(Lineup.DEFAULT);
    private final BooleanProperty hidden = new SimpleBooleanProperty();
    private Map<RankerDefinition, RankerLook> looks = Map.of();
    private final ReadOnlyObjectWrapper<@Nullable Lists> lists = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty hovered = new SimpleIntegerProperty(NONE);
    private final IntegerProperty selected = new SimpleIntegerProperty(NONE);
    private final IntegerProperty rival = new SimpleIntegerProperty(NONE);
    private final ReadOnlyObjectWrapper<UserVariation> variation = new ReadOnlyObjectWrapper<>(UserVariation.NONE);
    private @Nullable User shownFor;

    /// @param session what is open
    /// @param k how many streams the lists show
    /// @param latest runs the rankings
    public CompareModel(Session session, int k, Latest latest) {
        this.latest = latest;
        this.session = new SimpleObjectProperty<>(session);
        this.k = new SimpleIntegerProperty(k);
        this.radiusKm = new SimpleObjectProperty<>(session.scoring().radiusKm());
        this.session.addListener((property, before, after) -> swapped(before, after));
        lineup.addListener(property -> rank());
        hidden.addListener(property -> hide());
        this.k.addListener(property -> rank());
        this.radiusKm.addListener(property -> rank());
    }

    /// What is open; set it when it changes.
    public ObjectProperty<Session> session() {
        return session;
    }

    /// The picked user's row, or [#NONE].
    public ReadOnlyIntegerProperty userRow() {
        return userRow.getReadOnlyProperty();
    }

    /// The rankers that are compared, in their order.
    public ObjectProperty<Lineup> lineup() {
        return lineup;
    }

    /// Whether all lists are kept from view while somebody judges blindly: then there are none.
    public BooleanProperty hidden() {
        return hidden;
    }

    /// How many streams the lists show.
    public IntegerProperty k() {
        return k;
    }

    /// The radius asked for; empty means the whole world.
    public ObjectProperty<OptionalDouble> radiusKm() {
        return radiusKm;
    }

    /// What the lists show, or null while nobody is picked or all is hidden.
    public ReadOnlyObjectProperty<@Nullable Lists> lists() {
        return lists.getReadOnlyProperty();
    }

    /// The row of the stream under the pointer, in a list or on the map, or [#NONE].
    public IntegerProperty hovered() {
        return hovered;
    }

    /// The row of the stream that is explained, or [#NONE].
    public IntegerProperty selected() {
        return selected;
    }

    /// The row of the stream that the explained one is compared with, or [#NONE] for whichever stands beside it.
    public IntegerProperty rival() {
        return rival;
    }

    /// Whether a user has been picked whose lists are on their way while there are none.
    public boolean isAwaited() {
        return userRow.get() != NONE && lists.get() == null && !hidden.get();
    }

    /// Picks the user of a row.
    public void pick(int row) {
        if (row != userRow.get()) {
            variation.set(UserVariation.NONE);
            userRow.set(row);
            rank();
        }
    }

    /// How the picked user is tried out otherwise than the data have them.
    public ReadOnlyObjectProperty<UserVariation> variation() {
        return variation.getReadOnlyProperty();
    }

    /// Ranks for the picked user as if they were otherwise. May be called for every move of a hand: of several requests
    /// only the last is answered.
    public void vary(UserVariation other) {
        if (userRow.get() != NONE && !other.equals(variation.get())) {
            variation.set(other);
            rank();
        }
    }

    /// Ranks for the picked user as if they were elsewhere; empty puts them back. Everything else about the user stays,
    /// the home city's name too.
    public void move(Optional<UserVariation.Place> place) {
        vary(variation.get().withPlace(place));
    }

    private void swapped(Session before, Session after) {
        Optional<Catalog> old = before.data().map(OpenData::catalog);
        Optional<Catalog> now = after.data().map(OpenData::catalog);
        if (!before.scoring().radiusKm().equals(after.scoring().radiusKm())) {
            radiusKm.set(after.scoring().radiusKm());
        }
        boolean sameRows = old.isPresent() && now.isPresent() && now.get().hasRowsOf(old.get());
        if (!sameRows && !(old.isEmpty() && now.isEmpty())) {
            latest.drop();
            hovered.set(NONE);
            selected.set(NONE);
            rival.set(NONE);
            lists.set(null);
            variation.set(UserVariation.NONE);
            shownFor = null;
            userRow.set(NONE);
        } else {
            rank();
        }
    }

    private void rank() {
        OptionalInt row = userRow.get() == NONE ? OptionalInt.empty() : OptionalInt.of(userRow.get());
        OpenData data = session.get().data().orElse(null);
        if (row.isEmpty() || data == null || hidden.get()) {
            latest.drop();
            lists.set(null);
            return;
        }
        Session now = session.get();
        OptionalDouble asked = radiusKm.get();
        int length = k.get();
        Lineup rankers = lineup.get();
        looks = RankerLook.of(rankers, looks);
        Map<RankerDefinition, RankerLook> shownAs = looks;
        UserVariation tried = variation.get();
        latest.request(
                () -> {
                    User user = tried.of(data.catalog().user(row.getAsInt()));
                    return Lists.of(rankers.rank(now, user, length, asked), asked, shownAs);
                },
                this::show);
    }

    /// Another user's lists open with their best stream explained; the same user's keep the chosen one.
    private void show(Lists answer) {
        // While streams come and go, what is pointed at stays pointed at.
        if (!answer.shows(hovered.get())) {
            hovered.set(NONE);
        }
        boolean another = shownFor == null || !answer.user().id().equals(shownFor.id());
        shownFor = answer.user();
        if (another) {
            selected.set(NONE);
            rival.set(NONE);
        }
        lists.set(answer);
        if (another) {
            selected.set(best(answer));
        }
    }

    private void hide() {
        hovered.set(NONE);
        selected.set(NONE);
        shownFor = null;
        rank();
    }

    /// The best of the second list, which is usually the one in question, else of the first that there is.
    private static int best(Lists answer) {
        return Stream.concat(Stream.of(answer.right()), answer.columns().stream())
                .flatMap(column -> column.lines().stream())
                .findFirst()
                .map(line -> line.entry().row())
                .orElse(NONE);
    }
}
