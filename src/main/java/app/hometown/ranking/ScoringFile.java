// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.InputException;
import app.hometown.files.Json;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Scorings as JSON files and by name.
///
/// ```
/// { "weights": {"proximity": 1.5, "base": 1.0, "ml": 0.5},
///   "base": {"quality": 1.0, "language_match": 1.0, "category_match": 0.5,
///            "viewers_per_point": 1000, "viewers_cap": 2.0,
///            "followers_per_point": 10000, "followers_cap": 0.0, "partnered": 0.0},
///   "radius_km": 250, "expand": true }
/// ```
///
/// A key that is absent has the value above; `"radius_km": null` is the whole world.
public final class ScoringFile {
    private static final Map<String, Scoring> PRESETS =
            Map.of("default", Scoring.DEFAULT, "reference", Scoring.REFERENCE);
    private static final List<String> KEYS = List.of("weights", "base", "radius_km", "expand");
    private static final List<String> WEIGHT_KEYS = List.of("proximity", "base", "ml");
    private static final List<String> BASE_KEYS = List.of(
            "quality",
            "language_match",
            "category_match",
            "viewers_per_point",
            "viewers_cap",
            "followers_per_point",
            "followers_cap",
            "partnered");

    private record Content(
            Scoring.Weights weights,
            Scoring.Base base,
            @Nullable Double radiusKm,
            boolean expand) {}

    private final String where;

    private ScoringFile(String where) {
        this.where = where;
    }

    /// The scoring of a preset's name or else of a file.
    ///
    /// @throws InputException when it is neither, or the file is refused by [#read]
    public static Scoring resolve(String fileOrPreset) {
        Scoring preset = PRESETS.get(fileOrPreset);
        if (preset != null) {
            return preset;
        }
        try {
            Path file = Path.of(fileOrPreset);
            if (Files.exists(file)) {
                return read(file);
            }
        } catch (InvalidPathException e) {
            throw unknown(fileOrPreset);
        }
        throw unknown(fileOrPreset);
    }

    /// Reads a scoring file.
    ///
    /// @throws InputException when it is missing, not JSON, has a key of no meaning, or a value of the wrong
    ///     type or range: with the key
    public static Scoring read(Path file) {
        return new ScoringFile(file.toString()).scoring(Json.read(file, JsonNode.class));
    }

    /// Writes a scoring file with all its keys.
    ///
    /// @throws InputException when the disk refuses
    public static void write(Path file, Scoring scoring) {
        Json.write(file, content(scoring));
    }

    /// A scoring with all its keys as a part of another file.
    public static JsonNode tree(Scoring scoring) {
        return Json.mapper().valueToTree(content(scoring));
    }

    /// The scoring that is a part of another file.
    ///
    /// @param where what to call the part in an error
    /// @throws InputException as [#read]
    public static Scoring parse(String where, JsonNode part) {
        return new ScoringFile(where).scoring(part);
    }

    /// The names of the presets, sorted.
    public static List<String> presets() {
        return PRESETS.keySet().stream().sorted().toList();
    }

    private static Content content(Scoring scoring) {
        Double radiusKm = scoring.radiusKm().isPresent() ? scoring.radiusKm().getAsDouble() : null;
        return new Content(scoring.weights(), scoring.base(), radiusKm, scoring.expand());
    }

    private Scoring scoring(JsonNode root) {
        onlyKnown("", root, KEYS);
        JsonNode weights = part(root, "weights", WEIGHT_KEYS);
        JsonNode base = part(root, "base", BASE_KEYS);
        Scoring.Weights w = Scoring.DEFAULT.weights();
        Scoring.Base b = Scoring.DEFAULT.base();
        return new Scoring(
                new Scoring.Weights(
                        number(weights, "weights.proximity", w.proximity()),
                        number(weights, "weights.base", w.base()),
                        number(weights, "weights.ml", w.ml())),
                new Scoring.Base(
                        number(base, "base.quality", b.quality()),
                        number(base, "base.language_match", b.languageMatch()),
                        number(base, "base.category_match", b.categoryMatch()),
                        positive(base, "base.viewers_per_point", b.viewersPerPoint()),
                        number(base, "base.viewers_cap", b.viewersCap()),
                        positive(base, "base.followers_per_point", b.followersPerPoint()),
                        number(base, "base.followers_cap", b.followersCap()),
                        number(base, "base.partnered", b.partnered())),
                radius(root),
                expand(root));
    }

    private JsonNode part(JsonNode root, String key, List<String> known) {
        JsonNode part = root.path(key);
        if (!part.isMissingNode()) {
            onlyKnown(key + ".", part, known);
        }
        return part;
    }

    private void onlyKnown(String prefix, JsonNode object, List<String> known) {
        if (!object.isObject()) {
            throw prefix.isEmpty()
                    ? new InputException(where, "is not a JSON object", "Give an object with keys " + KEYS + ".")
                    : refused(prefix.substring(0, prefix.length() - 1), "is not an object", "Give an object.");
        }
        for (String key : object.propertyNames()) {
            if (!known.contains(key)) {
                throw refused(
                        prefix + key,
                        "is not a key of a scoring",
                        "The keys here are " + String.join(", ", known) + ".");
            }
        }
    }

    private double number(JsonNode parent, String key, double ifAbsent) {
        JsonNode value = parent.path(key.substring(key.indexOf('.') + 1));
        if (value.isMissingNode()) {
            return ifAbsent;
        }
        if (!value.isNumber()) {
            throw refused(key, "is " + value + ", not a number", "Give a number.");
        }
        double number = value.doubleValue();
        if (!Double.isFinite(number)) {
            throw refused(key, "is beyond what a number can hold", "Give a smaller number.");
        }
        return number;
    }

    private double positive(JsonNode parent, String key, double ifAbsent) {
        double number = number(parent, key, ifAbsent);
        if (number <= 0) {
            throw refused(key, "is " + number + ", not above 0", "Give a number above 0.");
        }
        return number;
    }

    private OptionalDouble radius(JsonNode root) {
        if (root.path("radius_km").isNull()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                positive(root, "radius_km", Scoring.DEFAULT.radiusKm().orElseThrow()));
    }

    private boolean expand(JsonNode root) {
        JsonNode value = root.path("expand");
        if (value.isMissingNode()) {
            return Scoring.DEFAULT.expand();
        }
        if (!value.isBoolean()) {
            throw refused("expand", "is " + value + ", not true or false", "Give true or false.");
        }
        return value.booleanValue();
    }

    private InputException refused(String key, String what, String remedy) {
        return new InputException(where + " " + key, what, remedy);
    }

    private static InputException unknown(String fileOrPreset) {
        return new InputException(
                "scoring " + fileOrPreset,
                "there is no such file and no preset of this name",
                "Give a scoring file, or one of the presets default and reference.");
    }
}
