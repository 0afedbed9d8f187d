// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.domain.InputException;
import app.hometown.files.Json;
import app.hometown.ranking.ScoringFile;
import app.hometown.workbench.compare.ComparisonFile.Data;
import app.hometown.workbench.compare.ComparisonFile.StreamChange;
import app.hometown.workbench.compare.RankerDefinition.Click;
import app.hometown.workbench.compare.RankerDefinition.Custom;
import app.hometown.workbench.compare.RankerDefinition.NamedScoring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of a [ComparisonFile].
///
/// ```
/// { "format_version": 1,
///   "data": {"digest": "…", "users": 1000, "streams": 500},
///   "rankers": [{"name": "basic"},
///               {"name": "mine", "scoring_source": "mine.json", "scoring": {…}, "model": "active"},
///               {"name": "other", "model": {"file": "other_model.json", "digest": "…"}}],
///   "scoring": {…}, "model_digest": "…" or null,
///   "user": {"id": "user_000001", "language": "de"},
///   "streams": [{"stream_id": "stream_000294", "live": false, "avg_viewer_count": 12}],
///   "k": 10, "radius_km": 250 or null, "seed": 1 }
/// ```
///
/// Of the user stands what is tried out differently beside the id; a ranker without a scoring has the session's.
final class ComparisonJson {
    private static final String REMEDY = "Save the comparison again.";
    private static final String ACTIVE = "active";
    private static final String NONE = "none";

    private final Path file;

    ComparisonJson(Path file) {
        this.file = file;
    }

    static JsonNode tree(ComparisonFile comparison) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("format_version", ComparisonFile.FORMAT_VERSION);
        root.set("data", Json.mapper().valueToTree(comparison.data()));
        ArrayNode rankers = root.putArray("rankers");
        comparison.lineup().definitions().forEach(definition -> rankers.add(ranker(definition)));
        root.set("scoring", ScoringFile.tree(comparison.scoring()));
        root.put("model_digest", comparison.model().orElse(null));
        ObjectNode user = root.putObject("user");
        user.put("id", comparison.userId());
        UserVariation variation = comparison.variation();
        variation.place().ifPresent(place -> {
            user.put("latitude", place.latitude());
            user.put("longitude", place.longitude());
        });
        variation.language().ifPresent(language -> user.put("language", language));
        variation
                .preferredCategories()
                .ifPresent(ids -> user.set("preferred_categories", Json.mapper().valueToTree(ids)));
        variation.localPreferenceStrength().ifPresent(strength -> user.put("local_preference_strength", strength));
        root.set("streams", Json.mapper().valueToTree(comparison.streamChanges()));
        root.put("k", comparison.k());
        if (comparison.radiusKm().isPresent()) {
            root.put("radius_km", comparison.radiusKm().getAsDouble());
        } else {
            root.putNull("radius_km");
        }
        root.put("seed", comparison.seed());
        return root;
    }

    private static ObjectNode ranker(RankerDefinition definition) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("name", definition.name());
        if (definition instanceof Custom(String _, Optional<NamedScoring> scoring, Click click)) {
            scoring.ifPresent(numbers -> {
                node.put("scoring_source", numbers.source());
                node.set("scoring", ScoringFile.tree(numbers.scoring()));
            });
            switch (click) {
                case Click.Active _ -> node.put("model", ACTIVE);
                case Click.None _ -> node.put("model", NONE);
                case Click.Own(OwnModel own) ->
                    node.putObject("model")
                            .put("file", own.file().toString())
                            .put("digest", OwnModel.digest(own.description()));
            }
        }
        return node;
    }

    ComparisonFile read() {
        JsonNode root = Json.read(file, JsonNode.class);
        int version = whole(root, "format_version");
        if (version > ComparisonFile.FORMAT_VERSION) {
            throw new InputException(
                    file.toString(),
                    "is of format " + version + ", newer than the " + ComparisonFile.FORMAT_VERSION + " known here",
                    "Use a newer Hometown.");
        }
        JsonNode data = required(root, "data", JsonNode::isObject, "an object");
        JsonNode user = required(root, "user", JsonNode::isObject, "an object");
        JsonNode radius = root.path("radius_km");
        JsonNode digest = root.path("model_digest");
        int k = whole(root, "k");
        if (k < 1) {
            throw refused("k", k + " is below 1");
        }
        List<RankerDefinition> rankers = new ArrayList<>();
        required(root, "rankers", JsonNode::isArray, "an array").forEach(node -> rankers.add(ranker(node)));
        return new ComparisonFile(
                new Data(text(data, "digest"), whole(data, "users"), whole(data, "streams")),
                new Lineup(rankers),
                ScoringFile.parse(file + " scoring", required(root, "scoring", JsonNode::isObject, "an object")),
                digest.isString() ? Optional.of(digest.asString()) : Optional.empty(),
                text(user, "id"),
                variation(user),
                changes(root),
                k,
                radius.isNull() ? OptionalDouble.empty() : OptionalDouble.of(radius(root)),
                required(root, "seed", JsonNode::canConvertToLong, "a whole number")
                        .longValue());
    }

    private RankerDefinition ranker(JsonNode node) {
        String name = text(node, "name");
        Optional<RankerDefinition> builtIn = RankerNames.builtIn(name);
        if (builtIn.isPresent()) {
            return builtIn.get();
        }
        Optional<NamedScoring> scoring = node.has("scoring")
                ? Optional.of(new NamedScoring(
                        text(node, "scoring_source"),
                        ScoringFile.parse(file + " ranker " + name, node.path("scoring"))))
                : Optional.empty();
        return new Custom(RankerNames.ownName(name), scoring, click(name, node.path("model")));
    }

    private Click click(String ranker, JsonNode node) {
        if (node.isObject()) {
            OwnModel model = OwnModel.read(beside(text(node, "file")));
            if (!OwnModel.digest(model.description()).equals(text(node, "digest"))) {
                throw new InputException(
                        model.file().toString(),
                        "is not the model that ranker " + ranker + " of " + file + " was saved with",
                        "Bring that model back, or save the comparison again.");
            }
            return new Click.Own(model);
        }
        return switch (node.asString("")) {
            case ACTIVE -> new Click.Active();
            case NONE -> new Click.None();
            default ->
                throw refused(
                        "rankers", "the model of " + ranker + " is " + node + ", neither active, none nor a file");
        };
    }

    /// As the path says, or in the folder of the comparison file.
    private Path beside(String path) {
        Path given = Path.of(path);
        return Files.exists(given) ? given : file.toAbsolutePath().resolveSibling(given);
    }

    private UserVariation variation(JsonNode user) {
        UserVariation variation = UserVariation.NONE;
        if (user.has("latitude") || user.has("longitude")) {
            variation = variation.withPlace(Optional.of(
                    new UserVariation.Place(within(user, "latitude", -90, 90), within(user, "longitude", -180, 180))));
        }
        if (user.has("language")) {
            variation = variation.withLanguage(Optional.of(text(user, "language")));
        }
        if (user.has("preferred_categories")) {
            List<String> ids = new ArrayList<>();
            required(user, "preferred_categories", JsonNode::isArray, "an array")
                    .forEach(id -> ids.add(id.asString("")));
            variation = variation.withPreferredCategories(Optional.of(ids));
        }
        if (user.has("local_preference_strength")) {
            variation = variation.withLocalPreferenceStrength(
                    OptionalDouble.of(within(user, "local_preference_strength", 0, 1)));
        }
        return variation;
    }

    private List<StreamChange> changes(JsonNode root) {
        List<StreamChange> changes = new ArrayList<>();
        for (JsonNode change : required(root, "streams", JsonNode::isArray, "an array")) {
            int viewers = whole(change, "avg_viewer_count");
            if (viewers < 0) {
                throw refused("avg_viewer_count", viewers + " is below 0");
            }
            changes.add(new StreamChange(
                    text(change, "stream_id"),
                    required(change, "live", JsonNode::isBoolean, "true or false")
                            .booleanValue(),
                    viewers));
        }
        return changes;
    }

    private double radius(JsonNode root) {
        double radiusKm = number(root, "radius_km");
        if (!(radiusKm > 0)) {
            throw refused("radius_km", radiusKm + " is not above 0");
        }
        return radiusKm;
    }

    private double within(JsonNode node, String key, double least, double most) {
        double value = number(node, key);
        if (!(value >= least && value <= most)) {
            throw refused(key, value + " is not from " + least + " to " + most);
        }
        return value;
    }

    private double number(JsonNode node, String key) {
        double value = required(node, key, JsonNode::isNumber, "a number").doubleValue();
        if (!Double.isFinite(value)) {
            throw refused(key, "is beyond what a number can hold");
        }
        return value;
    }

    private int whole(JsonNode node, String key) {
        return required(node, key, JsonNode::isInt, "a whole number").intValue();
    }

    private String text(JsonNode node, String key) {
        return required(node, key, JsonNode::isString, "text").asString();
    }

    private JsonNode required(JsonNode node, String key, Predicate<JsonNode> type, String expected) {
        JsonNode value = node.path(key);
        if (!type.test(value)) {
            throw refused(key, value.isMissingNode() ? "is missing" : "is not " + expected);
        }
        return value;
    }

    private InputException refused(String key, String what) {
        return new InputException(file + " " + key, what, REMEDY);
    }
}
