// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.User;
import app.hometown.ranking.Ranking;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.compare.Standings;
import app.hometown.workbench.compare.Vote;
import app.hometown.workbench.compare.Votes;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Blind judging: one user after the other, two lists without names, a vote, and at the end which ranker it was.
///
/// Which list stands on the left is drawn for each user from a seed, so that going back shows the same again. While it
/// goes on the window's lists are hidden ([CompareModel#hidden]). Every vote is kept at once.
///
/// Needs no toolkit. Used from one thread, the window's.
public final class JudgingModel {
    private final CompareModel comparison;
    private final Latest latest;
    private final Keeper keeper;
    private final InstantSource clock;

    private final ReadOnlyObjectWrapper<@Nullable Trial> trial = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Verdict> verdict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(new Progress(0, 0, 0));
    private final Deque<Done> done = new ArrayDeque<>();
    private @Nullable Judged judged;
    private Votes kept = Votes.NONE;
    private Votes own = Votes.NONE;
    private int at;
    private boolean waiting;

    /// Where votes are kept from one judging to the next.
    public interface Keeper {
        /// All votes kept until now.
        ///
        /// @throws InputException when they cannot be read
        Votes read();

        /// Keeps votes instead of those before.
        void write(Votes votes);

        /// Where, for people.
        String place();
    }

    /// What is judged.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Judged(
            Session session,
            RankerDefinition first,
            RankerDefinition second,
            int k,
            OptionalDouble radiusKm,
            int[] users,
            long seed) {
        /// The rankers of a user's lists, the left one first.
        Lineup sides(String userId) {
            boolean straight = new SplittableRandom(seed ^ userId.hashCode()).nextBoolean();
            return new Lineup(straight ? List.of(first, second) : List.of(second, first));
        }
    }

    /// A user that has been dealt with, with or without a vote.
    private record Done(boolean voted, boolean equal) {}

    /// How far it has come.
    ///
    /// @param voted users with a vote
    /// @param equal of them, those whose lists were equally good
    /// @param skipped users without
    public record Progress(int voted, int equal, int skipped) {}

    /// What came out.
    ///
    /// @param first what people call the one ranker
    /// @param second what they call the other
    /// @param now the votes of this judging
    /// @param all with those kept from earlier ones between the same rankers
    /// @param seed by which sides were drawn
    /// @param kept where all votes are
    public record Verdict(String first, String second, Votes.Tally now, Votes.Tally all, long seed, String kept) {}

    /// @param comparison whose lists are hidden meanwhile
    /// @param latest ranks for the next user
    /// @param keeper keeps the votes
    /// @param clock says when
    public JudgingModel(CompareModel comparison, Latest latest, Keeper keeper, InstantSource clock) {
        this.comparison = comparison;
        this.latest = latest;
        this.keeper = keeper;
        this.clock = clock;
        comparison.session().addListener((property, before, now) -> follow(now));
    }

    /// The lists to be judged now; null when there are none.
    public ReadOnlyObjectProperty<@Nullable Trial> trial() {
        return trial.getReadOnlyProperty();
    }

    /// How far it has come.
    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// What came out; null until the judging has ended.
    public ReadOnlyObjectProperty<@Nullable Verdict> verdict() {
        return verdict.getReadOnlyProperty();
    }

    /// The votes of this judging.
    public Votes votes() {
        return own;
    }

    /// Begins. All lists of the window are hidden from now on.
    ///
    /// @param users rows of the users to be judged, in their order
    /// @param seed draws the sides
    /// @throws InputException when there is nobody to judge or the votes kept cannot be read
    public void start(RankerDefinition first, RankerDefinition second, int[] users, long seed) {
        if (users.length == 0) {
            throw new InputException(
                    Texts.text("judge.where"), Texts.text("judge.nobody"), Texts.text("judge.nobody.remedy"));
        }
        kept = keeper.read();
        own = Votes.NONE;
        done.clear();
        at = 0;
        verdict.set(null);
        trial.set(null);
        judged = new Judged(
                comparison.session().get(),
                first,
                second,
                comparison.k().get(),
                comparison.radiusKm().get(),
                users.clone(),
                seed);
        comparison.hidden().set(true);
        tell();
        next();
    }

    /// Votes and goes to the next user.
    public void vote(Vote.Choice choice) {
        Judged now = judged;
        Trial shown = trial.get();
        if (now == null || shown == null || waiting) {
            return;
        }
        Lineup sides = now.sides(shown.user().id());
        Vote vote = new Vote(
                clock.instant(),
                shown.user().id(),
                now.k,
                sides.definitions().getFirst().name(),
                sides.definitions().get(1).name(),
                choice);
        own = own.with(vote);
        kept = kept.with(vote);
        keeper.write(kept);
        go(new Done(true, choice == Vote.Choice.EQUAL));
    }

    /// Goes to the next user without a vote.
    public void skip() {
        if (judged != null && trial.get() != null && !waiting) {
            go(new Done(false, false));
        }
    }

    /// Goes back to the user before; the vote is taken back.
    public void back() {
        if (judged == null || done.isEmpty()) {
            return;
        }
        if (done.pop().voted) {
            own = own.withoutLast();
            kept = kept.withoutLast();
            keeper.write(kept);
        }
        at--;
        tell();
        next();
    }

    /// Ends it and reveals what came out.
    public void end() {
        Judged now = judged;
        if (now != null) {
            latest.drop();
            judged = null;
            trial.set(null);
            String first = now.first.name();
            String second = now.second.name();
            verdict.set(new Verdict(
                    RankerWords.name(now.first),
                    RankerWords.name(now.second),
                    own.tally(first, second),
                    kept.tally(first, second),
                    now.seed,
                    keeper.place()));
        }
    }

    /// Shows the window's lists again.
    public void close() {
        latest.drop();
        judged = null;
        trial.set(null);
        verdict.set(null);
        comparison.hidden().set(false);
    }

    private void go(Done what) {
        done.push(what);
        at++;
        tell();
        next();
    }

    private void tell() {
        int voted = (int) done.stream().filter(Done::voted).count();
        int equal = (int) done.stream().filter(Done::equal).count();
        progress.set(new Progress(voted, equal, done.size() - voted));
    }

    private void next() {
        Judged now = judged;
        if (now == null) {
            return;
        }
        if (at >= now.users.length) {
            end();
            return;
        }
        int place = at;
        // Keys pressed before the next lists are there must not vote for the last ones again.
        waiting = true;
        latest.request(() -> rank(now, place), answer -> {
            waiting = false;
            trial.set(answer);
        });
    }

    private static Trial rank(Judged now, int place) {
        Catalog catalog = now.session.requireData().catalog();
        User user = catalog.user(now.users[place]);
        Standings both = now.sides(user.id()).rank(now.session, user, now.k, now.radiusKm);
        return Trial.of(
                catalog,
                user,
                place + 1,
                now.users.length,
                ranking(both.standings().getFirst()),
                ranking(both.standings().get(1)));
    }

    private static Ranking ranking(Standings.Standing standing) {
        return standing.ranking().orElseThrow(() -> standing.missing()
                .map(missing -> new InputException(standing.name(), missing.why(), missing.remedy()))
                .orElseThrow());
    }

    /// Other data ends it: its users are gone. Streams that come and go do not: everybody is judged by the lists of the
    /// beginning.
    private void follow(Session after) {
        Judged now = judged;
        if (now == null) {
            return;
        }
        Catalog before = now.session.requireData().catalog();
        if (after.data().map(OpenData::catalog).filter(before::hasRowsOf).isEmpty()) {
            close();
        }
    }
}
