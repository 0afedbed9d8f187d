// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.domain.Catalog;
import app.hometown.workbench.Session;
import app.hometown.workbench.explore.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/// Who is in a slice, with what both rankers did for them. Found anew in the open data, so that an evaluation that was
/// read from a file has them, too. Immutable.
public final class SliceMembers {
    private final Slice slice;
    private final int[] rows;
    private final double[] first;
    private final double[] second;

    private SliceMembers(Slice slice, int[] rows, double[] first, double[] second) {
        this.slice = slice;
        this.rows = rows;
        this.first = first;
        this.second = second;
    }

    /// Finds them. Candidates take some seconds for 100,000 users of a million streams, the others no time.
    ///
    /// @param findings that the slice is of
    /// @param session with the data that was evaluated, or newer data with some of the users
    public static SliceMembers of(Findings findings, Session session, Slice slice) {
        Catalog catalog = session.requireData().catalog();
        List<String> ids = findings.perUser().userIds();
        int[] all = ids.stream().mapToInt(catalog.users().ids()::indexOf).toArray();
        int[] users = new Groups(catalog, all)
                .by(slice.by(), session.selections().of(Kind.USERS), radiusKm(findings)).stream()
                        .filter(group -> group.name().equals(slice.name()))
                        .findFirst()
                        .map(Group::users)
                        .orElse(new int[0]);
        return new SliceMembers(
                slice,
                Arrays.stream(users).map(user -> all[user]).toArray(),
                values(findings, slice.first(), users),
                values(findings, slice.second(), users));
    }

    private static double[] values(Findings findings, String ranker, int[] users) {
        List<Double> all = findings.perUser().values().getOrDefault(ranker, List.of());
        return Arrays.stream(users).mapToDouble(all::get).toArray();
    }

    private static OptionalDouble radiusKm(Findings findings) {
        JsonNode radius = findings.provenance().scoring().path("radius_km");
        return radius.isNumber() ? OptionalDouble.of(radius.doubleValue()) : OptionalDouble.empty();
    }

    /// The slice.
    public Slice slice() {
        return slice;
    }

    /// How many of its users the data have.
    public int size() {
        return rows.length;
    }

    /// A member's row in the catalog.
    public int row(int member) {
        return rows[member];
    }

    /// The measure that decides for the ranker that is to be beaten.
    public double first(int member) {
        return first[member];
    }

    /// The same for the other ranker.
    public double second(int member) {
        return second[member];
    }

    /// How much better the other did.
    public double difference(int member) {
        return second[member] - first[member];
    }
}
