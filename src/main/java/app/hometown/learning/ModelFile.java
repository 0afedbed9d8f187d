// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.domain.InputException;
import app.hometown.files.Json;
import app.hometown.ranking.ClickModel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A model as it is kept in a file: JSON, nothing that runs when read. What is written comes back to the bit.
///
/// @param formatVersion [#FORMAT_VERSION] in what this program writes
/// @param algorithm name of the algorithm that learned it
/// @param features names of the features in the order in which the model takes them
/// @param parameters what was learned
/// @param training what it was learned from
/// @param metrics how well it did
/// @param importances by feature name, see [TrainingResult#importances]
/// @param notes what a person should know about the training
/// @param created when it was trained
/// @param card more about the training; null in files of the first versions of the program
public record ModelFile(
        int formatVersion,
        String algorithm,
        List<String> features,
        ModelParameters parameters,
        Provenance training,
        Quality metrics,
        Map<String, Double> importances,
        List<String> notes,
        Instant created,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ModelCard card) {
    /// The newest version of the format that this program knows.
    public static final int FORMAT_VERSION = 1;

    private static final String CARD = "card";
    private static final List<String> CARD_WORDS = List.of("program_version", "split", "test_file");
    private static final String REMEDY = "Train again or use another model file.";

    /// What a model was learned from.
    ///
    /// @param digest digest of the samples
    /// @param rows samples in all
    /// @param recomputedRows how many of them had their features recomputed from users and streams
    /// @param trainRows how many were trained on
    /// @param testRows how many were kept back
    /// @param seed of the split
    public record Provenance(String digest, int rows, int recomputedRows, int trainRows, int testRows, long seed) {
        public Provenance {
            Objects.requireNonNull(digest, "training.digest");
        }
    }

    /// How well a model did.
    ///
    /// @param train on the rows it was trained on
    /// @param test on the rows kept back
    /// @param oracleAuc AUC of the true click probabilities on the test rows; null where they are not known
    public record Quality(
            Metrics train, Metrics test, @Nullable Double oracleAuc) {
        public Quality {
            Objects.requireNonNull(train, "metrics.train");
            Objects.requireNonNull(test, "metrics.test");
        }
    }

    public ModelFile {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(metrics, "metrics");
        Objects.requireNonNull(created, "created");
        features = List.copyOf(features);
        importances = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(importances));
        notes = List.copyOf(notes);
    }

    /// A file without a card, as the first versions of the program wrote it.
    public ModelFile(
            int formatVersion,
            String algorithm,
            List<String> features,
            ModelParameters parameters,
            Provenance training,
            Quality metrics,
            Map<String, Double> importances,
            List<String> notes,
            Instant created) {
        this(formatVersion, algorithm, features, parameters, training, metrics, importances, notes, created, null);
    }

    /// The file of a training, without a card.
    ///
    /// @param digest digest of the samples trained on
    /// @param created the time to write into it
    public static ModelFile of(TrainingResult result, String digest, Instant created) {
        Map<String, Double> importances = new LinkedHashMap<>();
        result.importances().forEach((feature, importance) -> importances.put(feature.column(), importance));
        return new ModelFile(
                FORMAT_VERSION,
                result.options().algorithm().id(),
                Feature.columns(),
                result.parameters(),
                new Provenance(
                        digest,
                        result.rows(),
                        result.recomputed(),
                        result.train().rows(),
                        result.test().rows(),
                        result.options().seed()),
                new Quality(
                        result.train(),
                        result.test(),
                        result.oracleAuc().isPresent() ? result.oracleAuc().getAsDouble() : null),
                importances,
                result.notes(),
                created);
    }

    /// The same with a card.
    public ModelFile with(ModelCard other) {
        return new ModelFile(
                formatVersion, algorithm, features, parameters, training, metrics, importances, notes, created, other);
    }

    /// The seed, split and row limit it was trained with, so that the same rows can be found again; the algorithm's
    /// numbers are the default ones.
    public TrainingOptions division() {
        TrainingOptions options = new TrainingOptions(parameters.algorithm(), training.seed());
        return card == null
                ? options.withRowLimit(Integer.MAX_VALUE)
                : options.with(card.dataSplit()).withRowLimit(card.rowLimit());
    }

    /// The model, ready to be asked.
    public ClickModel model() {
        return parameters.model();
    }

    /// Writes the file, whole or not at all.
    ///
    /// @throws InputException when the disk refuses
    public void write(Path file) {
        Json.write(file, this);
    }

    /// The file's text.
    public String toJson() {
        return Json.write(this);
    }

    /// Reads a file.
    ///
    /// @throws InputException when it is missing, broken, of a newer format, of an unknown algorithm, of other
    ///   features, or holds a number that is not finite; says which
    public static ModelFile read(Path file) {
        return of(file.toString(), Json.read(file, JsonNode.class));
    }

    /// Reads a file's text.
    ///
    /// @param where what to call the text in an error
    /// @throws InputException as [#read]
    public static ModelFile parse(String where, byte[] json) {
        return of(where, Json.parse(where, json, JsonNode.class));
    }

    private static ModelFile of(String where, JsonNode tree) {
        JsonNode version = tree.path("format_version");
        if (!version.isInt()) {
            throw refused(where, "is not a model file: it has no format_version");
        }
        if (version.intValue() > FORMAT_VERSION) {
            throw new InputException(
                    where,
                    "is of format " + version.intValue() + ", newer than the " + FORMAT_VERSION + " known here",
                    "Use a newer Hometown, or train again.");
        }
        if (version.intValue() < 1) {
            throw refused(where, "is of format " + version.intValue() + ", which never was");
        }
        Algorithm algorithm = Algorithm.of(where, tree.path("algorithm").asString(""));
        checkFeatures(where, tree.path("features"));
        try {
            for (String part : List.of("parameters", "metrics", "importances")) {
                checkNumbers(where, tree.path(part), part);
            }
            tree.path(CARD).forEachEntry((name, value) -> {
                if (!CARD_WORDS.contains(name)) {
                    checkNumbers(where, value, CARD + "." + name);
                }
            });
            if (tree instanceof ObjectNode file && !file.has(CARD)) {
                file.putNull(CARD);
            }
            Content content = Json.mapper().treeToValue(tree, Content.class);
            ModelParameters parameters = Json.mapper().treeToValue(content.parameters(), ModelParameters.of(algorithm));
            ModelFile read = content.with(parameters);
            read.model();
            return read;
        } catch (JacksonException e) {
            throw Json.broken(where, e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new InputException(where, "is broken (" + e.getMessage() + ")", REMEDY, e);
        }
    }

    private static void checkFeatures(String where, JsonNode names) {
        List<String> found = new ArrayList<>();
        names.forEach(name -> found.add(name.asString("")));
        if (found.equals(Feature.columns())) {
            return;
        }
        List<String> missing = new ArrayList<>(Feature.columns());
        missing.removeAll(found);
        List<String> unknown = new ArrayList<>(found);
        unknown.removeAll(Feature.columns());
        String difference = missing.isEmpty() && unknown.isEmpty()
                ? "has the features in another order or repeats some: " + String.join(", ", found)
                : "is a model of other features:" + listed(" lacks ", missing)
                        + (missing.isEmpty() || unknown.isEmpty() ? "" : ";") + listed(" has the unknown ", unknown);
        throw refused(where, difference);
    }

    private static String listed(String what, List<String> names) {
        return names.isEmpty() ? "" : what + String.join(", ", names);
    }

    /// Text would pass for a number otherwise, "NaN" in quotes for one, and 1e999 for infinity.
    private static void checkNumbers(String where, JsonNode node, String key) {
        boolean absent = node.isNull() && !key.equals("metrics.oracle_auc");
        if (absent || node.isString() || (node.isNumber() && !Double.isFinite(node.doubleValue()))) {
            throw refused(where, key + " is " + node + ", not a finite number");
        }
        node.forEachEntry((name, child) -> checkNumbers(where, child, key + "." + name));
        if (node.isArray()) {
            node.forEach(child -> checkNumbers(where, child, key));
        }
    }

    private static InputException refused(String where, String what) {
        return new InputException(where, what, REMEDY);
    }

    /// The file before the algorithm has told what its parameters look like.
    private record Content(
            int formatVersion,
            String algorithm,
            List<String> features,
            JsonNode parameters,
            Provenance training,
            Quality metrics,
            Map<String, Double> importances,
            List<String> notes,
            Instant created,
            @Nullable ModelCard card) {
        ModelFile with(ModelParameters read) {
            return new ModelFile(
                    formatVersion, algorithm, features, read, training, metrics, importances, notes, created, card);
        }
    }
}
