// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.domain.InputException;
import app.hometown.files.Json;
import app.hometown.ranking.ScoringFile;
import app.hometown.workbench.compare.RankerDefinition.BuiltIn;
import app.hometown.workbench.compare.RankerDefinition.Click;
import app.hometown.workbench.compare.RankerDefinition.Custom;
import app.hometown.workbench.compare.RankerDefinition.Kind;
import app.hometown.workbench.compare.RankerDefinition.NamedScoring;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Rankers as people write them.
///
/// ```
/// basic  ml  nearest  popular  ideal
/// [NAME=]SCORING          a preset or a scoring file, with the active model if there is one
/// [NAME=]SCORING+none     the same without a click term
/// [NAME=]SCORING+MODEL    the same with the model of a file
/// [NAME=]MODEL            the session's scoring with the model of a file
/// ```
public final class RankerNames {
    private static final String NO_MODEL = "none";

    private RankerNames() {}

    /// The definitions of a list with commas.
    ///
    /// @throws InputException when one means nothing, or a file is refused
    public static List<RankerDefinition> parseAll(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(RankerNames::parse)
                .toList();
    }

    /// The definition of a text; reads the files that it names.
    ///
    /// @throws InputException when it means nothing, or a file is refused
    public static RankerDefinition parse(String text) {
        Optional<RankerDefinition> builtIn = builtIn(text);
        if (builtIn.isPresent()) {
            return builtIn.get();
        }
        int equals = text.indexOf('=');
        if (equals >= 0 && !isFile(text)) {
            return custom(text.substring(equals + 1), Optional.of(ownName(text.substring(0, equals))));
        }
        return custom(text, Optional.empty());
    }

    /// The ranker of a name that needs no file.
    static Optional<RankerDefinition> builtIn(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.key().equals(name))
                .findFirst()
                .map(BuiltIn::new);
    }

    /// Checks a name that somebody gives to a ranker.
    ///
    /// @throws InputException when it is empty, holds a comma or is the name of a ranker that needs no file
    public static String ownName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.contains(",") || builtIn(stripped).isPresent()) {
            throw new InputException(
                    "ranker name '" + name + "'",
                    builtIn(stripped).isPresent() ? "is taken" : "is empty or has a comma",
                    "Choose another name.");
        }
        return stripped;
    }

    /// The text that means a ranker, files with absolute paths.
    public static String text(RankerDefinition definition) {
        return switch (definition) {
            case BuiltIn builtIn -> builtIn.name();
            case Custom custom -> custom.name() + "=" + source(custom);
        };
    }

    private static String source(Custom custom) {
        String scoring = custom.scoring()
                .map(NamedScoring::source)
                .map(source -> ScoringFile.presets().contains(source) ? source : absolute(Path.of(source)))
                .orElse("");
        String click =
                switch (custom.click()) {
                    case Click.Active _ -> "";
                    case Click.None _ -> NO_MODEL;
                    case Click.Own own -> absolute(own.model().file());
                };
        return scoring + (scoring.isEmpty() || click.isEmpty() ? "" : "+") + click;
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static RankerDefinition custom(String what, Optional<String> name) {
        int plus = isFile(what) ? -1 : what.lastIndexOf('+');
        if (plus >= 0) {
            String model = what.substring(plus + 1);
            NamedScoring scoring = scoring(what.substring(0, plus));
            Click click =
                    model.equals(NO_MODEL) ? new Click.None() : new Click.Own(OwnModel.read(existing(model, what)));
            return new Custom(
                    name.orElseGet(() -> shortName(scoring.source()) + "+" + shortName(model)),
                    Optional.of(scoring),
                    click);
        }
        if (isFile(what) && isModel(Path.of(what))) {
            return new Custom(
                    name.orElseGet(() -> shortName(what)),
                    Optional.empty(),
                    new Click.Own(OwnModel.read(Path.of(what))));
        }
        return new Custom(name.orElseGet(() -> shortName(what)), Optional.of(scoring(what)), new Click.Active());
    }

    private static NamedScoring scoring(String what) {
        if (!ScoringFile.presets().contains(what)) {
            existing(what, what);
        }
        return new NamedScoring(what, ScoringFile.resolve(what));
    }

    private static Path existing(String file, String text) {
        if (!isFile(file)) {
            throw new InputException(
                    "ranker " + text,
                    "there is no ranker, preset or file of the name '" + file + "'",
                    "Give " + Arrays.stream(Kind.values()).map(Kind::key).collect(Collectors.joining(", ")) + ", "
                            + String.join(", ", ScoringFile.presets()) + ", a scoring file or a model file.");
        }
        return Path.of(file);
    }

    private static boolean isModel(Path file) {
        JsonNode content = Json.read(file, JsonNode.class);
        return content.has("algorithm") || content.has("format_version");
    }

    private static boolean isFile(String text) {
        try {
            return !text.isEmpty() && Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String shortName(String source) {
        Path file = Path.of(source).getFileName();
        String name = (file == null ? source : file.toString()).replace(",", " ");
        return name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name;
    }
}
