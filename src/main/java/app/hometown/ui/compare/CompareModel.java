// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.domain.Catalog;
import app.hometown.domain.User;
import app.hometown.ranking.Scoring;
import app.hometown.ui.fx.Latest;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Whom we look at and what each ranker shows them: the state behind the map, the two lists and the explanation.
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
    private final ReadOnlyObjectWrapper<@Nullable Lists> lists = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty hovered = new SimpleIntegerProperty(NONE);
    private final IntegerProperty selected = new SimpleIntegerProperty(NONE);
    private final ReadOnlyObjectWrapper<Optional<Place>> moved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable User shownFor;

    /// Where the picked user is tried out.
    ///
    /// @param latitude degrees north, -90..90
    /// @param longitude degrees east, -180..180
    public record Place(double latitude, double longitude) {}

    /// @param session what is open
    /// @param k how many streams the lists show
    /// @param latest runs the rankings
    public CompareModel(Session session, int k, Latest latest) {
        this.latest = latest;
        this.session = new SimpleObjectProperty<>(session);
        this.k = new SimpleIntegerProperty(k);
        this.radiusKm = new SimpleObjectProperty<>(session.scoring().radiusKm());
        this.session.addListener((property, before, after) -> swapped(before, after));
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

    /// How many streams the lists show.
    public IntegerProperty k() {
        return k;
    }

    /// The radius asked for; empty means the whole world.
    public ObjectProperty<OptionalDouble> radiusKm() {
        return radiusKm;
    }

    /// What the lists show, or null while nobody is picked.
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

    /// Picks the user of a row.
    public void pick(int row) {
        if (row != userRow.get()) {
            moved.set(Optional.empty());
            userRow.set(row);
            rank();
        }
    }

    /// Where the picked user has been moved to; empty where the data have them.
    public ReadOnlyObjectProperty<Optional<Place>> moved() {
        return moved.getReadOnlyProperty();
    }

    /// Ranks for the picked user as if they were elsewhere; empty puts them back. Everything else about the user stays,
    /// the home city's name too. May be called for every move of a hand: of several requests only the last is
    /// answered.
    public void move(Optional<Place> place) {
        if (userRow.get() != NONE && !place.equals(moved.get())) {
            moved.set(place);
            rank();
        }
    }

    private void swapped(Session before, Session after) {
        Optional<Catalog> old = before.data().map(OpenData::catalog);
        Optional<Catalog> now = after.data().map(OpenData::catalog);
        if (!before.scoring().equals(after.scoring())) {
            radiusKm.set(after.scoring().radiusKm());
        }
        boolean sameRows = old.isPresent() && now.isPresent() && now.get().hasRowsOf(old.get());
        if (!sameRows && !(old.isEmpty() && now.isEmpty())) {
            latest.drop();
            hovered.set(NONE);
            selected.set(NONE);
            lists.set(null);
            moved.set(Optional.empty());
            shownFor = null;
            userRow.set(NONE);
        } else {
            rank();
        }
    }

    private void rank() {
        OptionalInt row = userRow.get() == NONE ? OptionalInt.empty() : OptionalInt.of(userRow.get());
        OpenData data = session.get().data().orElse(null);
        if (row.isEmpty() || data == null) {
            latest.drop();
            lists.set(null);
            return;
        }
        Session now = session.get();
        OptionalDouble asked = radiusKm.get();
        Scoring scoring = now.scoring().within(asked);
        int length = k.get();
        Optional<Place> elsewhere = moved.get();
        latest.request(
                () -> {
                    User home = data.catalog().user(row.getAsInt());
                    User user = elsewhere
                            .map(place -> home.at(place.latitude(), place.longitude()))
                            .orElse(home);
                    return Lists.of(data.catalog(), asked, length, now.compare(user, scoring, length));
                },
                this::show);
    }

    /// Another user's lists open with their best stream explained; the same user's keep the chosen one.
    private void show(Lists answer) {
        // While streams come and go, what is pointed at stays pointed at.
        if (!isListed(answer, hovered.get())) {
            hovered.set(NONE);
        }
        boolean another = shownFor == null || !answer.user().id().equals(shownFor.id());
        shownFor = answer.user();
        if (another) {
            selected.set(NONE);
        }
        lists.set(answer);
        if (another) {
            selected.set(best(answer));
        }
    }

    private static boolean isListed(Lists answer, int row) {
        return answer.inBasic(row).isPresent() || answer.inMl(row).isPresent();
    }

    private static int best(Lists answer) {
        if (!answer.ml().isEmpty()) {
            return answer.ml().getFirst().entry().row();
        }
        return answer.basic().isEmpty()
                ? NONE
                : answer.basic().getFirst().entry().row();
    }
}
