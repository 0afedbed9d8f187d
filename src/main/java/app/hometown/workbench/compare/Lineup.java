// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.domain.InputException;
import app.hometown.domain.User;
import app.hometown.workbench.Session;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// The rankers that are looked at side by side, in their order. Immutable.
///
/// @param definitions [#FEWEST] to [#MOST], of different names
public record Lineup(List<RankerDefinition> definitions) {
    /// Comparing takes two.
    public static final int FEWEST = 2;

    /// More lists than that nobody reads side by side.
    public static final int MOST = 6;

    /// *basic* and *ml*.
    public static final Lineup DEFAULT = new Lineup(List.of(RankerDefinition.BASIC, RankerDefinition.ML));

    /// @throws InputException when there are too few or too many, or two have the same name
    public Lineup {
        definitions = List.copyOf(definitions);
        if (definitions.size() < FEWEST || definitions.size() > MOST) {
            throw new InputException(
                    "rankers",
                    definitions.size() + " cannot be compared side by side",
                    "Give " + FEWEST + " to " + MOST + ".");
        }
        Set<String> names = new HashSet<>();
        for (RankerDefinition definition : definitions) {
            if (!names.add(definition.name())) {
                throw new InputException(
                        "rankers",
                        "two are called " + definition.name(),
                        "Give one of them another name, as in other=FILE.");
            }
        }
    }

    /// Ranks for a user by all rankers among the streams of one radius; whether it may grow is a matter of each
    /// ranker's
    /// scoring. Costs an index query a ranker; not for the JavaFX thread.
    ///
    /// @param user anyone
    /// @param k how many streams, at least 1
    /// @param radiusKm empty means the whole world
    public Standings rank(Session session, User user, int k, OptionalDouble radiusKm) {
        return Standings.of(session, this, user, k, radiusKm);
    }
}
