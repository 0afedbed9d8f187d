// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.data.mapping.Preview.Look;
import app.hometown.data.mapping.Preview.Sketch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// What a file may be: first by the names of its columns, then by what they hold. Only guesses; a person looks at them.
public final class Guess {
    private static final int EXACT = 100;
    private static final int SYNONYM = 80;
    private static final int ENDING = 45;
    private static final int LEAST = 20;

    /// What file names say.
    private static final Map<FileKind, List<String>> FILE_WORDS = Map.of(
            FileKind.USERS, List.of("user", "viewer", "member", "customer", "profile", "people"),
            FileKind.STREAMS, List.of("stream", "channel", "broadcast", "live", "video"),
            FileKind.SAMPLES, List.of("train", "sample", "click", "impression", "event", "interaction"),
            FileKind.TEST_SAMPLES, List.of("test", "holdout", "valid"),
            FileKind.CATEGORIES, List.of("categor", "genre", "game", "topic"));

    private Guess() {}

    /// What the rows of a file are.
    public static FileKind kind(Preview preview) {
        String file = plain(String.valueOf(preview.source().path().getFileName()));
        FileKind best = FileKind.USERS;
        double most = Double.NEGATIVE_INFINITY;
        for (FileKind kind : FileKind.values()) {
            double fits = fit(preview, kind);
            fits += FILE_WORDS.getOrDefault(kind, List.of()).stream().anyMatch(file::contains) ? 0.35 : 0;
            if (fits > most) {
                most = fits;
                best = kind;
            }
        }
        return best;
    }

    /// The share of the columns of a kind that a file seems to have, less what it has besides.
    private static double fit(Preview preview, FileKind kind) {
        List<Target> needed = kind.targets().stream()
                .filter(target -> !target.absentAllowed())
                .toList();
        Mapping mapping = mapping(preview, kind);
        double found = 0;
        for (Target target : kind.targets()) {
            Binding binding = mapping.of(target);
            if (binding.column() != null) {
                int name = byName(target, plain(binding.column()));
                found += (target.absentAllowed() ? 0.5 : 1) * Math.max(name, LEAST) / EXACT;
            }
        }
        boolean keyed = !mapping.of(kind.targets().getFirst()).absent();
        double unused = preview.columns().size() - mapping.used().size();
        return found / needed.size() + (keyed ? 0.3 : -0.3) - 0.05 * unused;
    }

    /// Which column of a file is which of ours.
    public static Mapping mapping(Preview preview, FileKind kind) {
        record Candidate(Target target, Sketch column, int score) {}
        List<Candidate> candidates = new ArrayList<>();
        for (Target target : kind.targets()) {
            for (Sketch column : preview.columns()) {
                int score = score(target, column);
                if (score >= LEAST) {
                    candidates.add(new Candidate(target, column, score));
                }
            }
        }
        // The sort is stable: of equals, the first of ours and then the first in the file.
        candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
        Map<String, Binding> bindings = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Candidate candidate : candidates) {
            String column = candidate.column().name();
            if (!bindings.containsKey(candidate.target().column()) && taken.add(column)) {
                bindings.put(candidate.target().column(), binding(candidate.target(), candidate.column()));
            }
        }
        return new Mapping(kind, bindings);
    }

    /// A binding of a column as it is, lists by the separator that they seem to have.
    public static Binding binding(Target target, Sketch column) {
        Binding plain = Binding.column(column.name());
        return target.type() == Target.Type.LIST ? plain.separator(column.separator()) : plain;
    }

    /// How well a column fits, by name and by what it holds.
    private static int score(Target target, Sketch column) {
        if (!holds(target, column)) {
            return 0;
        }
        int name = byName(target, plain(column.name()));
        if (name == 0) {
            return column.name().startsWith("column ") ? byValues(target, column) : 0;
        }
        boolean outside = target.type().numeric()
                && column.numeric()
                && (column.least() < target.least() || column.most() > target.most())
                && target.factors().isEmpty();
        return name - (outside ? 50 : 0) + (target.type() == Target.Type.ID && column.unique() ? 3 : 0);
    }

    private static int byName(Target target, String name) {
        if (name.equals(plain(target.column()))) {
            return EXACT;
        }
        int place = target.synonyms().indexOf(name);
        if (place >= 0) {
            return SYNONYM - Math.min(place, 15);
        }
        // "avg_daily_viewers" ends in what we know, "lat_deg" begins with it.
        boolean part = target.synonyms().stream()
                .filter(synonym -> synonym.length() >= 3)
                .anyMatch(synonym -> name.endsWith(synonym) || name.startsWith(synonym));
        return part || name.endsWith(plain(target.column())) || name.startsWith(plain(target.column())) ? ENDING : 0;
    }

    /// For files without names: what stands out by its values.
    private static int byValues(Target target, Sketch column) {
        return switch (target.column()) {
            case "user_id", "stream_id" ->
                target.type() == Target.Type.ID && column.unique() && column.look() != Look.NUMBER ? 30 : 0;
            case "latitude", "longitude" ->
                column.look() == Look.NUMBER
                                && column.least() >= target.least()
                                && column.most() <= target.most()
                                && column.most() - column.least() > 2
                        ? column.least() < 0 || column.most() > 10 ? 28 : 22
                        : 0;
            case "language" -> column.look() == Look.TEXT && column.longest() <= 3 ? 26 : 0;
            case "city" -> column.look() == Look.TEXT && !column.unique() && column.longest() > 3 ? 21 : 0;
            default -> target.type() == Target.Type.LIST && column.look() == Look.LIST ? 25 : 0;
        };
    }

    /// Whether a column holds what can be taken for ours.
    private static boolean holds(Target target, Sketch column) {
        return switch (column.look()) {
            case UNREADABLE -> false;
            case NOTHING -> true;
            case INTEGER -> target.type() != Target.Type.FLAG || (column.least() >= 0 && column.most() <= 1);
            case NUMBER -> target.type().numeric();
            case FLAG -> target.type() == Target.Type.FLAG;
            case LIST ->
                !target.type().numeric() && target.type() != Target.Type.FLAG && target.type() != Target.Type.ID;
            case TEXT -> !target.type().numeric() && target.type() != Target.Type.FLAG;
        };
    }

    /// What numbers of a column may have to be multiplied by: not used unless the person says so.
    public static OptionalDouble factor(Target target, Sketch column) {
        if (!column.numeric() || target.factors().isEmpty() || !(column.most() > 0)) {
            return OptionalDouble.empty();
        }
        String name = plain(column.name());
        return switch (target.column()) {
            case "stream_quality_score" ->
                column.most() <= 1
                        ? OptionalDouble.of(10)
                        : column.most() > 10 && column.most() <= 100 ? OptionalDouble.of(0.1) : OptionalDouble.empty();
            case "local_preference_strength" ->
                column.most() > 10 && column.most() <= 100
                        ? OptionalDouble.of(0.01)
                        : column.most() > 1 && column.most() <= 10 ? OptionalDouble.of(0.1) : OptionalDouble.empty();
            case "total_watch_hours" ->
                name.contains("min")
                        ? OptionalDouble.of(1.0 / 60)
                        : name.contains("sec") ? OptionalDouble.of(1.0 / 3600) : OptionalDouble.empty();
            default -> OptionalDouble.empty();
        };
    }

    /// A name without what writers differ in: "Viewer ID", "viewer_id" and "viewerId" are the same.
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
