// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ranking.Scoring;
import app.hometown.ranking.ScoringFile;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerNames;
import app.hometown.workbench.compare.UserVariation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The command that gives the lists of the window, and what it cannot know.
///
/// @param text for a shell, with absolute paths
/// @param lacks what of the window is only in the window, for people; "" when the command gives the same
record CompareCommandLine(String text, String lacks) {
    static CompareCommandLine of(Session session, Lineup lineup, Lists lists, UserVariation variation) {
        List<String> words = new ArrayList<>(
                List.of("hometown", "compare", quoted(lists.user().id())));
        List<String> lacks = new ArrayList<>();
        words.add("--k");
        words.add(Integer.toString(lists.k()));
        words.add("--radius-km");
        words.add(radius(lists.askedRadiusKm()));
        words.add("--rankers");
        words.add(quoted(lineup.definitions().stream().map(RankerNames::text).collect(Collectors.joining(","))));
        session.data().map(OpenData::folder).ifPresent(folder -> {
            words.add("--data");
            words.add(quoted(absolute(folder)));
        });
        Scoring scoring = session.scoring().within(Scoring.DEFAULT.radiusKm());
        String preset = ScoringFile.presets().stream()
                .filter(name -> ScoringFile.resolve(name)
                        .within(Scoring.DEFAULT.radiusKm())
                        .equals(scoring))
                .findFirst()
                .orElse("");
        if (preset.isEmpty()) {
            lacks.add(Texts.text("command.scoring"));
        } else if (!scoring.equals(Scoring.DEFAULT.within(Scoring.DEFAULT.radiusKm()))) {
            words.add("--scoring");
            words.add(preset);
        }
        if (!variation.isNone()) {
            lacks.add(Texts.text("command.variation"));
        }
        boolean changed = session.data()
                .map(data -> data.catalog().streams())
                .filter(streams -> !streams.equals(streams.asRead()))
                .isPresent();
        if (changed) {
            lacks.add(Texts.text("command.streams"));
        }
        return new CompareCommandLine(String.join(" ", words), String.join(", ", lacks));
    }

    private static String radius(OptionalDouble radiusKm) {
        if (radiusKm.isEmpty()) {
            return "world";
        }
        double km = radiusKm.getAsDouble();
        return km == Math.rint(km) ? String.format(Locale.ROOT, "%.0f", km) : Double.toString(km);
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./,=+:@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
